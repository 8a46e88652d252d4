import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { HistoryRow } from '#contract/routes/history.ts'

/** The rows that the person chose in the list. */
export const useChosenRuns = defineStore('chosen runs', () => ({
  rows: shallowRef<readonly HistoryRow[]>([]),
}))

import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { HistoryRow } from '#contract/routes/history.ts'

/** The rows that the person chose in the list. */
export const useChosenRuns = defineStore('chosen runs', () => {
  const rows = shallowRef<readonly HistoryRow[]>([])
  /** How much of a long range is there, from 0 to 1; undefined when none is being chosen. */
  const choosing = ref<number>()
  let newest = 0

  /** Begins a range, instead of one that is not done. @returns its number */
  const begin = (): number => {
    choosing.value = undefined
    return (newest += 1)
  }
  const isNewest = (range: number): boolean => range === newest
  /** What was chosen before stays. */
  const cancel = (): void => {
    begin()
  }

  /** Puts changed rows in the places of what they were. */
  function replace(changed: readonly HistoryRow[]): void {
    const byRun = new Map(changed.map((row) => [row.runId, row]))
    if (rows.value.some(({ runId }) => byRun.has(runId)))
      rows.value = rows.value.map((row) => byRun.get(row.runId) ?? row)
  }

  return { rows, choosing, begin, isNewest, cancel, replace }
})

import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ContractEvent } from '#contract/events.ts'

/** How far the export or the import of the whole history has come; one at a time. */
export const useHistoryFile = defineStore('history file', () => {
  /** From 0 to 1. */
  const progress = ref(0)

  function apply(event: ContractEvent): void {
    if (event.type === 'historyFile.progress') progress.value = event.part
  }

  return { progress, apply }
})

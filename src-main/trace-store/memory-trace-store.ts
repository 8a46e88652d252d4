import { searchedText, searchWords } from './searched-text.ts'
import type { StoredRun, TraceStore } from './trace-store.ts'

/** Keeps sign-ins until the application ends, and nowhere else. */
export function memoryTraceStore(): TraceStore {
  const runs = new Map<string, StoredRun>()
  const deleted = new Set<string>()
  return {
    save: (stored) => {
      runs.set(stored.run.runId, stored)
    },
    list: (search) => {
      const words = searchWords(search)
      return [...runs.values()]
        .filter(({ run }) => !deleted.has(run.runId))
        .filter((stored) => {
          if (words.length === 0) return true
          const text = searchedText(stored)
          return words.every((word) => text.includes(word))
        })
        .map(({ run }) => run)
        .sort((a, b) => b.startedAt - a.startedAt)
    },
    open: (runId) => (deleted.has(runId) ? undefined : runs.get(runId)),
    delete: (runId) => {
      deleted.add(runId)
    },
    restore: (runId) => {
      deleted.delete(runId)
      return runs.get(runId)?.run
    },
    close: () => {
      runs.clear()
    },
  }
}

import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Run } from '#contract/routes/runs.ts'
import { call } from '#renderer/bridge/client.ts'

/** Earlier runs, as the main process finds them for a search. */
export const useHistory = defineStore('history', () => {
  const search = ref('')
  const list = ref<readonly Run[]>([])
  const loaded = ref(false)

  /** Fetches the list again; an answer to an older search is dropped. */
  async function load(): Promise<void> {
    const pending = search.value
    const found = await call('run.list', { search: pending })
    if (pending !== search.value) return
    list.value = found
    loaded.value = true
  }

  async function remove(runId: string): Promise<void> {
    await call('history.delete', { runIds: [runId] })
    await load()
  }

  async function restore(runId: string): Promise<void> {
    await call('history.restore', { runIds: [runId] })
    await load()
  }

  return { search, list, loaded, load, remove, restore }
})

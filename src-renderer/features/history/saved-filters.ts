import { shallowRef } from 'vue'
import type { SavedFilter } from '#contract/routes/history.ts'
import { call } from '#renderer/bridge/client.ts'

/** The filters that the person has saved under a name. */
export function useSavedFilters() {
  const saved = shallowRef<readonly SavedFilter[]>([])

  async function loadSaved(): Promise<void> {
    saved.value = await call('history.savedFilters')
  }
  async function save(filters: readonly SavedFilter[]): Promise<void> {
    await call('history.saveFilters', { filters: [...filters] })
    saved.value = filters
  }

  return { saved, loadSaved, save }
}

import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ContractEvent } from '#contract/bridge.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { call } from './client.ts'

/** The profiles as the main process holds them, and the one that the window works with. */
export const useProfiles = defineStore('profiles', () => {
  const list = ref<readonly Profile[]>([])
  const selectedId = ref('')
  const selected = computed(() => list.value.find(({ id }) => id === selectedId.value))

  function take(profiles: readonly Profile[]): void {
    const before = list.value.findIndex(({ id }) => id === selectedId.value)
    list.value = profiles
    if (selected.value) return
    // The selected one is gone: its neighbour takes its place, as in any list.
    const next = profiles[Math.min(Math.max(before, 0), profiles.length - 1)]
    selectedId.value = next?.id ?? ''
  }

  async function load(): Promise<void> {
    take(await call('profile.list'))
  }

  function select(id: string): void {
    if (list.value.some((profile) => profile.id === id)) selectedId.value = id
  }

  async function duplicate(id: string): Promise<void> {
    const computedValues = await call('profile.duplicate', { id })
    await load()
    select(computedValues.id)
  }

  async function remove(id: string): Promise<void> {
    await call('profile.delete', { id })
    await load()
  }

  async function restore(id: string): Promise<void> {
    await call('profile.restore', { id })
    await load()
    select(id)
  }

  function apply(event: ContractEvent): void {
    if (event.type === 'profiles.changed') take(event.profiles)
  }

  return { list, selectedId, selected, load, select, duplicate, remove, restore, apply }
})

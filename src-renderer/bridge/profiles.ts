import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ContractEvent } from '#contract/events.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { call } from './client.ts'

/** The profiles as the main process has them, and the one that the window works with. */
export const useProfiles = defineStore('profiles', () => {
  const list = ref<readonly Profile[]>([])
  const selectedId = ref('')
  /** The profile to begin with, until it is there or the person has selected another. */
  let wanted = ''
  const selected = computed(() => list.value.find(({ id }) => id === selectedId.value))

  function take(profiles: readonly Profile[]): void {
    const before = list.value.findIndex(({ id }) => id === selectedId.value)
    list.value = profiles
    // Those of the practice pool come after the first list.
    if (profiles.some(({ id }) => id === wanted)) {
      selectedId.value = wanted
      wanted = ''
    }
    if (selected.value) return
    // The selected one is gone: its neighbour takes its place, as in any list.
    const next = profiles[Math.min(Math.max(before, 0), profiles.length - 1)]
    selectedId.value = next?.id ?? ''
  }

  async function load(): Promise<void> {
    take(await call('profile.list'))
  }

  /** Begins with a profile as soon as it is there. */
  function startWith(id: string): void {
    wanted = id
    take(list.value)
  }

  function select(id: string): void {
    if (!list.value.some((profile) => profile.id === id)) return
    wanted = ''
    if (selectedId.value === id) return
    selectedId.value = id
    // Not worth a message when it cannot be kept.
    call('profile.use', { id }).catch(() => undefined)
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

  return { list, selectedId, selected, load, startWith, select, duplicate, remove, restore, apply }
})

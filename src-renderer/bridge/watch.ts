import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ContractEvent } from '#contract/events.ts'
import type { Watch } from '#contract/routes/watch.ts'
import { call } from './client.ts'

/** The recording endpoint as the main process says it is. */
export const useWatch = defineStore('watch', () => {
  const state = ref<Watch>()

  async function load(): Promise<void> {
    state.value = await call('watch.state')
  }

  function apply(event: ContractEvent): void {
    if (event.type === 'watch.changed') state.value = event.watch
  }

  return { state, load, apply }
})

import { defineStore } from 'pinia'
import { ref } from 'vue'
import type {
  ConfigurationFrom,
  FoundConfiguration,
  RecognisedConfiguration,
} from '#contract/routes/configurations.ts'
import { call } from './client.ts'

/** The configuration that was pasted or dropped last, until a profile is made of it. */
export const useConfigurations = defineStore('configurations', () => {
  const found = ref<FoundConfiguration>()

  /** Reads what was pasted or dropped; undefined when the person chose no file. */
  async function read(source: ConfigurationFrom): Promise<RecognisedConfiguration | undefined> {
    const { recognised } = await call('configuration.read', source)
    if (recognised?.kind === 'connections') found.value = recognised
    return recognised
  }

  function forget(): void {
    found.value = undefined
  }

  return { found, read, forget }
})

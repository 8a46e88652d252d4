import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ContractEvent } from '#contract/events.ts'
import { defaultSettings, type Settings } from '#contract/settings/index.ts'
import type { Storage } from '#contract/routes/app.ts'
import type { Practice } from '#contract/routes/practice.ts'
import { call } from './client.ts'

/** The application as the main process says it is: version, storage, settings, practice pool. */
export const useApplication = defineStore('application', () => {
  const version = ref('')
  const electron = ref('')
  const platform = ref('')
  const locale = ref('')
  const dataFolder = ref('')
  /** Undefined until the keyring is open. */
  const storage = ref<Storage>()
  const settings = ref<Settings>(defaultSettings)
  const practice = ref<Practice>()
  const hasProxyPassword = ref(false)
  /** The profile that was selected last, before this start. */
  const lastProfileId = ref('')

  async function load(): Promise<void> {
    const state = await call('app.state')
    version.value = state.version
    electron.value = state.electron
    platform.value = state.platform
    locale.value = state.locale
    dataFolder.value = state.dataFolder
    settings.value = state.settings
    practice.value = state.practice
    hasProxyPassword.value = state.hasProxyPassword
    lastProfileId.value = state.lastProfileId
  }

  async function loadStorage(): Promise<void> {
    storage.value = await call('storage.state')
  }

  async function consent(choice: 'store' | 'memory only'): Promise<void> {
    storage.value = await call('storage.consent', { choice })
  }

  async function change(part: Partial<Settings>): Promise<void> {
    settings.value = await call('settings.change', part)
  }

  function apply(event: ContractEvent): void {
    if (event.type === 'settings.changed') settings.value = event.settings
    if (event.type === 'practice.changed') practice.value = event.practice
  }

  return {
    version,
    electron,
    platform,
    locale,
    dataFolder,
    storage,
    settings,
    practice,
    hasProxyPassword,
    lastProfileId,
    load,
    loadStorage,
    consent,
    change,
    apply,
  }
})

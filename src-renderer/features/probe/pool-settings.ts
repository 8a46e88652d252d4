import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { ShownPoolSettings } from '#contract/routes/probes.ts'
import { call } from '#renderer/bridge/client.ts'

/** The settings of each profile as they were read last; nothing is read unless somebody asks. */
export const usePoolSettings = defineStore('pool settings', () => {
  const byProfile = shallowReactive(new Map<string, ShownPoolSettings>())
  const read = async (profileId: string): Promise<ShownPoolSettings> => {
    const settings = await call('probe.readSettings', { profileId })
    byProfile.set(profileId, settings)
    return settings
  }
  return { byProfile, read }
})

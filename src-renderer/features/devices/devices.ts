import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Device, DeviceAtCognito } from '#contract/routes/devices.ts'
import { call, listen } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { useRuns } from '#renderer/bridge/runs.ts'
import { deviceRows } from './device-rows.ts'

/** The remembered devices of the selected profile, here and in Cognito. */
export const useDevices = defineStore('devices', () => {
  const profiles = useProfiles()
  const runs = useRuns()
  const list = ref<readonly Device[]>([])
  /** What Cognito has of the user of a sign-in; nothing before it was asked. */
  const atCognito = ref<{ readonly runId: string; readonly devices: readonly DeviceAtCognito[] }>()

  /** The sign-in of this profile whose access token calls are made with. */
  const signedIn = computed(() =>
    runs.current?.timeline.state === 'tokens' ? runs.current : undefined,
  )
  const compared = computed(() =>
    atCognito.value?.runId === signedIn.value?.id ? atCognito.value?.devices : undefined,
  )
  const rows = computed(() =>
    deviceRows(list.value, compared.value, signedIn.value?.timeline.username ?? ''),
  )

  /** Fetches them again; an answer for another profile is dropped. */
  async function load(): Promise<void> {
    const profileId = profiles.selectedId
    if (profileId === '') return
    const found = await call('device.list', { profileId })
    if (profileId === profiles.selectedId) list.value = found
  }

  /** @returns Cognito's refusal, if it refused */
  async function compare(): Promise<string | undefined> {
    const runId = signedIn.value?.id
    if (runId === undefined) return undefined
    const { devices, refused } = await call('device.listAtCognito', { runId })
    if (refused === undefined) atCognito.value = { runId, devices }
    return refused
  }

  /** @returns Cognito's refusal, if it refused */
  async function setStatus(
    key: string,
    status: 'remembered' | 'not_remembered',
  ): Promise<string | undefined> {
    const runId = signedIn.value?.id ?? ''
    const { refused } = await call('device.setStatus', { runId, key, status })
    return refused ?? (compared.value && (await compare()))
  }

  /** @returns Cognito's refusal, if it refused */
  async function forgetAtCognito(key: string): Promise<string | undefined> {
    const runId = signedIn.value?.id ?? ''
    const { refused } = await call('device.forgetAtCognito', { runId, key })
    return refused ?? compare()
  }

  watch(() => profiles.selectedId, load)
  listen((event) => {
    if (event.type === 'devices.changed' && event.profileId === profiles.selectedId) void load()
  })

  return { list, signedIn, compared, rows, load, compare, setStatus, forgetAtCognito }
})

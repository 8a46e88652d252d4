import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Passkey, PasskeyChoice } from '#contract/routes/passkeys.ts'
import { call, listen } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { useRuns } from '#renderer/bridge/runs.ts'
import { passkeyRows, type CredentialAtCognito } from './passkey-rows.ts'

/** The passkeys of the selected profile, here and in Cognito, and how they are used. */
export const usePasskeys = defineStore('passkeys', () => {
  const profiles = useProfiles()
  const runs = useRuns()
  const list = ref<readonly Passkey[]>([])
  const choice = ref<PasskeyChoice>({ use: '', verification: 'given', oldCounter: false })
  /** What Cognito has of the user of a sign-in; nothing before it was asked. */
  const atCognito = ref<{
    readonly runId: string
    readonly credentials: readonly CredentialAtCognito[]
  }>()

  /** Whether the dialog for a new one is open. */
  const registering = ref(false)

  /** The sign-in of this profile whose access token calls are made with. */
  const signedIn = computed(() =>
    runs.current?.timeline.state === 'tokens' ? runs.current : undefined,
  )
  const compared = computed(() =>
    atCognito.value?.runId === signedIn.value?.id ? atCognito.value?.credentials : undefined,
  )
  const rows = computed(() =>
    passkeyRows(list.value, compared.value, signedIn.value?.timeline.username ?? ''),
  )

  /** Fetches them again; an answer for another profile is dropped. */
  async function load(): Promise<void> {
    const profileId = profiles.selectedId
    if (profileId === '') return
    const found = await call('passkey.list', { profileId })
    if (profileId !== profiles.selectedId) return
    list.value = found.passkeys
    choice.value = found.choice
  }

  /** @returns Cognito's refusal, if it refused */
  async function compare(): Promise<string | undefined> {
    const runId = signedIn.value?.id
    if (runId === undefined) return undefined
    const { credentials, refused } = await call('passkey.listAtCognito', { runId })
    if (refused === undefined) atCognito.value = { runId, credentials }
    return refused
  }

  async function choose(changes: Partial<PasskeyChoice>): Promise<void> {
    await call('passkey.choose', {
      profileId: profiles.selectedId,
      choice: { ...choice.value, ...changes },
    })
    await load()
  }

  /** @returns Cognito's refusal, if it refused */
  async function deleteAtCognito(credentialId: string): Promise<string | undefined> {
    const runId = signedIn.value?.id ?? ''
    const { refused } = await call('passkey.deleteAtCognito', { runId, credentialId })
    return refused ?? compare()
  }

  async function remove(id: string): Promise<void> {
    await call('passkey.delete', { id })
    await load()
  }

  async function restore(id: string): Promise<void> {
    await call('passkey.restore', { id })
    await load()
  }

  watch(() => profiles.selectedId, load)
  listen((event) => {
    if (event.type === 'passkeys.changed' && event.profileId === profiles.selectedId) void load()
  })

  return {
    list,
    choice,
    registering,
    signedIn,
    compared,
    rows,
    load,
    compare,
    choose,
    deleteAtCognito,
    remove,
    restore,
  }
})

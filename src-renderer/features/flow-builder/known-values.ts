import { computed, ref } from 'vue'
import type { KnownValue } from '#contract/routes/runs.ts'
import { call, listen } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'

/** What need not be typed for the user of the draft, as the main process knows it. */
export function useKnownValues(username: () => string) {
  const profiles = useProfiles()
  /** What need not be typed, and the password that is withheld after another one was refused. */
  const all = ref<readonly KnownValue[]>([])
  const known = computed(() => all.value.filter((value) => !value.withheld))
  const withheld = computed(() => all.value.filter((value) => value.withheld))
  /** The newest question for known values, while it is not answered. */
  let asking: Promise<void> | undefined

  /** Asks what need not be typed for this user. */
  function lookUpKnown(): Promise<void> {
    const pending = askKnown().finally(() => {
      if (asking === pending) asking = undefined
    })
    asking = pending
    return pending
  }

  /** Settles once it is known what need not be typed; a question that failed is as good as none. */
  async function knownIsSettled(): Promise<void> {
    while (asking) await asking.catch(() => undefined)
  }

  /** The answer to an older question is dropped. */
  async function askKnown(): Promise<void> {
    const profileId = profiles.selectedId
    const user = username()
    if (profileId === '') return
    const values = await call('run.known', { profileId, username: user })
    const stillPending = profiles.selectedId === profileId && username() === user
    if (stillPending) all.value = values
  }

  listen((event) => {
    if (event.type === 'devices.changed' && event.profileId === profiles.selectedId)
      lookUpKnown().catch(() => undefined)
  })

  async function useWithheld(): Promise<void> {
    await call('run.useWithheld', {
      profileId: profiles.selectedId,
      username: username(),
    })
    await lookUpKnown()
  }

  async function forgetKnown(): Promise<void> {
    await call('run.forgetKnown', {
      profileId: profiles.selectedId,
      username: username(),
    })
    await lookUpKnown()
  }

  function clear(): void {
    all.value = []
  }

  return { known, withheld, lookUpKnown, knownIsSettled, useWithheld, forgetKnown, clear }
}

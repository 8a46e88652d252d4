import { computed, ref } from 'vue'
import type { KnownValue } from '#contract/routes/runs.ts'
import type { Check } from '#engine/wire/previewed.ts'
import { call, listen } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'

/** What need not be typed for the user of the draft, as the main process knows it. */
export function useKnownValues(username: () => string) {
  const profiles = useProfiles()
  /** What need not be typed, and the password that is withheld after another one was refused. */
  const all = ref<readonly KnownValue[]>([])
  const known = computed(() => all.value.filter((value) => !value.withheld))
  const withheld = computed(() => all.value.filter((value) => value.withheld))
  /** Whether it is known what need not be typed; not between another profile and the first answer. */
  const isLookedUp = ref(true)
  /** The newest question for known values, while it is not answered. */
  let asking: Promise<void> | undefined

  /** What is to be said of a request: nothing is missing that may turn out to be known. */
  const onlySettled = (checks: readonly Check[]): readonly Check[] =>
    isLookedUp.value ? checks : checks.filter(({ level }) => level !== 'missing')

  /** Asks what need not be typed for this user. */
  function lookUpKnown(): Promise<void> {
    const pending = askKnown().finally(() => {
      if (asking !== pending) return
      asking = undefined
      isLookedUp.value = true
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
    isLookedUp.value = false
  }

  return {
    known,
    withheld,
    isLookedUp,
    onlySettled,
    lookUpKnown,
    knownIsSettled,
    useWithheld,
    forgetKnown,
    clear,
  }
}

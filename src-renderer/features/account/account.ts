import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { AccountOperation } from '#engine/catalogue/define-operation.ts'
import { operationPreview } from '#engine/catalogue/operation-preview.ts'
import { getUser } from '#engine/catalogue/operations/get-user.ts'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { call } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { useRuns } from '#renderer/bridge/runs.ts'
import { useAccountTrace } from './account-trace.ts'
import { useTokenProbes } from './token-probes.ts'

/** A pair of a list that is named freely. */
interface Pair {
  readonly key: string
  readonly value: string
}

/** The pairs that have a key. */
const entriesOf = (pairs: readonly Pair[]): (readonly [string, string])[] =>
  pairs.filter(({ key }) => key).map(({ key, value }) => [key, value])

/** What the operation's fields contain, by name; members of a list as `list.key`. */
function parametersOf(
  { fields }: AccountOperation,
  inputs: Readonly<Record<string, string>>,
  lists: Readonly<Record<string, readonly Pair[]>>,
): Record<string, string> {
  const names = new Set(fields.map(({ name }) => name))
  const filled = Object.entries(inputs).filter(([name, value]) => names.has(name) && value !== '')
  const members = Object.entries(lists)
    .filter(([name]) => names.has(name))
    .flatMap(([name, pairs]) =>
      entriesOf(pairs).map(([key, value]) => [`${name}.${key}`, value] as const),
    )
  return Object.fromEntries([...filled, ...members])
}

/** The call that is being put together. Of secrets it knows only which are there. */
export const useAccount = defineStore('account', () => {
  const profiles = useProfiles()
  const runs = useRuns()
  const chosen = ref<string>(getUser.name)
  /** By the name of the field, for all operations alike: a username is typed once. */
  const inputs = ref<Record<string, string>>({})
  const lists = ref<Record<string, Pair[]>>({})
  const metadata = ref<Pair[]>([])
  const typed = ref<readonly string[]>([])
  const computeCode = ref(false)

  const operation = computed<AccountOperation>(() => accountOperations.get(chosen.value) ?? getUser)
  const { canCompute, canSignIn, reusable, target, trace } = useAccountTrace(operation)
  const probes = useTokenProbes(trace)

  const values = computed(() => parametersOf(operation.value, inputs.value, lists.value))
  const clientMetadata = computed(() => Object.fromEntries(entriesOf(metadata.value)))
  const shown = computed(() =>
    operationPreview(operation.value, {
      clientId: profiles.selected?.clientId ?? '',
      userPoolId: profiles.selected?.userPoolId ?? '',
      clientHasSecret: profiles.selected?.hasClientSecret ?? false,
      inputs: values.value,
      filled: [
        ...typed.value,
        ...Object.keys(reusable.value),
        ...(computeCode.value ? ['UserCode'] : []),
      ],
      clientMetadata: clientMetadata.value,
    }),
  )
  const missing = computed(() => shown.value.checks.filter(({ level }) => level === 'missing'))

  watch(
    () => profiles.selectedId,
    () => {
      inputs.value = { Username: profiles.selected?.username ?? '' }
      lists.value = {}
      probes.clear()
    },
    { immediate: true },
  )
  // Never a user left over from before: on a production pool the code would go to somebody else.
  watch(
    () => runs.account?.timeline.username,
    (username) => {
      if (username) inputs.value = { ...inputs.value, Username: username }
    },
    { immediate: true },
  )
  watch(chosen, () => {
    metadata.value = []
    computeCode.value = false
  })

  /** Sends the call. The secrets are read from their inputs for this alone. */
  async function send(secrets: Record<string, string>): Promise<void> {
    const profileId = profiles.selectedId
    const before = target.value
    // Shown already while it is under way.
    if (before) runs.followAccount(before.id, profileId)
    const { runId } = await call('call.make', {
      profileId,
      ...(before && { runId: before.id }),
      operation: operation.value.name,
      parameters: values.value,
      secrets,
      clientMetadata: clientMetadata.value,
      computeCode: computeCode.value,
    })
    runs.followAccount(runId, profileId)
  }

  /** Turns to a call that works with the tokens of the sign-in and changes nothing. */
  function startWithTokens(): void {
    chosen.value = getUser.name
  }

  async function signIn(): Promise<void> {
    const run = runs.account
    if (!run) return
    const { runId } = await call('call.signIn', { runId: run.id })
    runs.follow(runId, run.profileId)
  }

  const { canProbeSecretHashUsername, canProve, proof, triedNames } = probes
  const { prove, probeSecretHashUsername } = probes
  return {
    chosen,
    inputs,
    lists,
    metadata,
    typed,
    computeCode,
    proof,
    operation,
    target,
    reusable,
    canCompute,
    canSignIn,
    canProve,
    canProbeSecretHashUsername,
    triedNames,
    shown,
    missing,
    send,
    prove,
    probeSecretHashUsername,
    signIn,
    startWithTokens,
  }
})

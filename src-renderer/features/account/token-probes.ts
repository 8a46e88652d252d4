import { computed, ref, type Ref } from 'vue'
import type { TokenProof, TriedName } from '#contract/routes/calls.ts'
import { call } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { useRuns, type ShownRun } from '#renderer/bridge/runs.ts'
import { reusableIn } from './account-trace.ts'

/** Which tokens of a trace still work, and which user name its SECRET_HASH expects. */
export function useTokenProbes(trace: Readonly<Ref<ShownRun | undefined>>) {
  const profiles = useProfiles()
  const runs = useRuns()
  const proof = ref<{ readonly runId: string; readonly found: TokenProof }>()
  const triedNames = ref<{ readonly runId: string; readonly names: readonly TriedName[] }>()

  const canProve = computed(() => {
    const { accessToken, refreshToken } = reusableIn(trace.value)
    return accessToken !== undefined || refreshToken !== undefined
  })
  const canProbeSecretHashUsername = computed(
    () =>
      (profiles.selected?.hasClientSecret ?? false) &&
      reusableIn(trace.value).refreshToken !== undefined,
  )

  /** Shows the trace here, already while the calls are under way. */
  async function inTrace(act: (runId: string) => Promise<void>): Promise<void> {
    if (!trace.value) return
    const { id, profileId } = trace.value
    runs.followAccount(id, profileId)
    await act(id)
  }

  const prove = () =>
    inTrace(async (runId) => {
      proof.value = { runId, found: await call('call.prove', { runId }) }
    })

  const probeSecretHashUsername = () =>
    inTrace(async (runId) => {
      triedNames.value = { runId, names: await call('call.tryHashNames', { runId }) }
    })

  function clear(): void {
    proof.value = undefined
    triedNames.value = undefined
  }

  return {
    canProve,
    canProbeSecretHashUsername,
    proof,
    triedNames,
    prove,
    probeSecretHashUsername,
    clear,
  }
}

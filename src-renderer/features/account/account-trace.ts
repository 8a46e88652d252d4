import { computed, type Ref } from 'vue'
import type { AccountOperation } from '#engine/catalogue/define-operation.ts'
import {
  reusableFor,
  reusableValues,
  type ReusableValues,
} from '#engine/catalogue/reusable-values.ts'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { isGoing, useRuns, type ShownRun } from '#renderer/bridge/runs.ts'

/** What the next call can take from a trace. */
export const reusableIn = (run: ShownRun | undefined): ReusableValues =>
  run ? reusableValues(run.timeline, run.secrets) : {}

/** The traces that account calls go on in, and what they lend to the chosen operation. */
export function useAccountTrace(operation: Readonly<Ref<AccountOperation>>) {
  const profiles = useProfiles()
  const runs = useRuns()

  /** The trace that the call goes on in; undefined begins one of its own. */
  const target = computed<ShownRun | undefined>(() => {
    const candidates = [runs.account, runs.current].filter(
      (run) => run?.profileId === profiles.selectedId && !isGoing(run),
    )
    const lends = candidates.find(
      (run) => Object.keys(reusableFor(operation.value, reusableIn(run))).length > 0,
    )
    if (lends) return lends
    return candidates.find((run) => accountOperations.has(run?.timeline.flow ?? ''))
  })
  const reusable = computed(() => reusableFor(operation.value, reusableIn(target.value)))
  const canCompute = computed(() => reusableIn(target.value).secretCode !== undefined)
  /** The trace whose tokens further calls can be made with. */
  const trace = computed(() =>
    [runs.account, runs.current].find(
      (run) => run?.profileId === profiles.selectedId && !isGoing(run),
    ),
  )
  const canSignIn = computed(() => reusableIn(runs.account).session?.of === 'ConfirmSignUp')

  return { canCompute, canSignIn, reusable, target, trace }
}

import { computed, type ComputedRef } from 'vue'
import { useRuns, type ShownRun } from '#renderer/bridge/runs.ts'
import { useNavigation } from './navigation.ts'
import { viewOf } from './views/index.ts'

/** The run that the view in front shows: what an export writes and what marks are looked up in. */
export function useShownRun(): ComputedRef<ShownRun | undefined> {
  const navigation = useNavigation()
  const runs = useRuns()
  return computed(() => {
    const { run } = viewOf(navigation.view)
    // A trace that a call began is not the current sign-in, but may be all that there is.
    return run === undefined ? (runs.current ?? runs.account) : runs[run]
  })
}

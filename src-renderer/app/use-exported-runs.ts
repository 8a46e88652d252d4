import { computed, type ComputedRef } from 'vue'
import { useExportTarget } from '#renderer/features/export/export-target.ts'
import { useChosenRuns } from '#renderer/features/history/chosen-runs.ts'
import { useNavigation } from './navigation.ts'
import { useShownRun } from './use-shown-run.ts'

/**
 * The ids of the runs that an export writes: what a menu names, or several that are chosen in the
 * history, or the run that is shown.
 */
export function useExportedRuns(): ComputedRef<readonly string[]> {
  const navigation = useNavigation()
  const target = useExportTarget()
  const chosen = useChosenRuns()
  const shownRun = useShownRun()
  return computed(() => {
    if (target.runIds.length > 0) return target.runIds
    const listed = navigation.view === 'history' ? chosen.rows.map(({ runId }) => runId) : []
    return listed.length > 1 || !shownRun.value ? listed : [shownRun.value.id]
  })
}

import { call, listen } from '#renderer/bridge/client.ts'
import { dismissToast, showToast } from '#renderer/design/toast.ts'
import { useRecipeResult } from '#renderer/features/recipes/recipe-result.ts'
import { useNavigation } from './navigation.ts'

/** Performs a recipe that the person chooses, shows the run, and says what was not as expected. */
export async function runRecipe(
  showRun: (runIds: readonly string[]) => Promise<void>,
): Promise<void> {
  let cancelled = false as boolean
  let notice: number | undefined
  const cancel = (): void => {
    cancelled = true
    void call('recipe.cancel')
  }
  const stop = listen(({ type }) => {
    if (type !== 'recipe.started') return
    const action = { label: 'Cancel', run: cancel }
    notice = showToast('Running the recipe…', { stays: true, action })
  })
  const { outcome } = await call('recipe.run').finally(() => {
    stop()
    if (notice !== undefined) dismissToast(notice)
  })
  if (!outcome) return
  const { expectations, name, runId, unmet } = outcome
  await showRun([runId])
  if (cancelled) showToast(`${name}: cancelled. The run is in the history.`)
  else if (unmet.length === 0)
    showToast(
      `${name}: ${expectations === 1 ? 'the expectation is' : `all ${String(expectations)} expectations are`} met.`,
    )
  else {
    useRecipeResult().outcome = outcome
    useNavigation().dialog = 'recipe'
  }
}

import { call } from '#renderer/bridge/client.ts'
import { showToast } from '#renderer/design/toast.ts'
import { useRecipeResult } from '#renderer/features/recipes/recipe-result.ts'
import { useNavigation } from './navigation.ts'

/** Performs a recipe that the person chooses, shows the run, and says what was not as expected. */
export async function runRecipe(
  showRun: (runIds: readonly string[]) => Promise<void>,
): Promise<void> {
  const { outcome } = await call('recipe.run')
  if (!outcome) return
  const { expectations, name, runId, unmet } = outcome
  await showRun([runId])
  if (unmet.length === 0) showToast(`${name}: all ${String(expectations)} expectations met.`)
  else {
    useRecipeResult().outcome = outcome
    useNavigation().dialog = 'recipe'
  }
}

import { call } from '#renderer/bridge/client.ts'
import { showToast } from '#renderer/design/toast.ts'

/** Performs a recipe that the person chooses, shows the run, and says what was not as expected. */
export async function runRecipe(
  showRun: (runIds: readonly string[]) => Promise<void>,
): Promise<void> {
  const { outcome } = await call('recipe.run')
  if (!outcome) return
  const { expectations, name, runId, unmet } = outcome
  await showRun([runId])
  const met = `${String(expectations - unmet.length)} of ${String(expectations)} expectations met`
  if (unmet.length === 0) showToast(`${name}: ${met}.`)
  else showToast(`${name}: ${met}. ${unmet.join(' ')}`, { tone: 'bad' })
}

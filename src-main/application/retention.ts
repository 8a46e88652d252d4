import type { Settings } from '#contract/settings/index.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { RetentionLimits } from '#main/trace-store/retention.ts'

/** The limits that the settings choose. */
export const limitsOf = (settings: Settings): RetentionLimits => ({
  days: settings.keepRunsDays,
  runs: settings.keepRunsMax,
  megabytes: settings.keepRunsMegabytes,
})

/**
 * Deletes what the limits leave no room for: hidden now, and gone for good when the application ends.
 * @returns the ids of the runs
 */
export async function pruneHistory(
  runs: Pick<Runs, 'delete' | 'prunable'>,
  limits: RetentionLimits,
): Promise<readonly string[]> {
  if (Object.values(limits).every((limit) => limit === 0)) return []
  const { runIds } = await runs.prunable(limits)
  if (runIds.length > 0) await runs.delete(runIds)
  return runIds
}

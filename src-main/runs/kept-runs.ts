import { revealText, type Secret } from '#engine/secret/secret.ts'
import { maxPastRuns } from './facts-before.ts'
import { pastRunOf, type PastRun } from './past-run.ts'
import type { KeptRunsOf } from './recorded-runs-before.ts'
import type { RunArchive } from './run-archive.ts'

/**
 * What is kept of a user, in the history and elsewhere, newest first.
 * @param session IDs of runs that are known already
 */
export async function keptRuns(
  archive: Pick<RunArchive, 'ofUser'>,
  elsewhere: KeptRunsOf | undefined,
  username: string | Secret,
  session: readonly string[] = [],
): Promise<readonly PastRun[]> {
  const name = revealText(username)
  const kept = await archive.ofUser(name, maxPastRuns, session)
  return [
    ...kept.flatMap(({ events, secrets }) => pastRunOf(events, secrets) ?? []),
    ...((await elsewhere?.(name)) ?? []),
  ]
}

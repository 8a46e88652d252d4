import { maxPastRuns } from '#main/runs/facts-before.ts'
import { pastRunOf, type PastRun } from '#main/runs/past-run.ts'
import type { KeptRunsOf } from '#main/runs/recorded-runs-before.ts'
import type { CommandLineIo } from './command-line-io.ts'
import { UsageError, type Arguments } from './command.ts'
import { withHistory } from './trace/named-run.ts'

/** The option of commands that look back on the window’s history. */
export const historyOptions = {
  history: { help: 'Also look in the window’s history for earlier runs of the user.' },
} as const

/**
 * What the window’s history has of a user, which may say why a sign-in failed; none without --history,
 * and none where it cannot be opened: it is evidence, and no more.
 * @throws UsageError in plain Node
 */
export function keptRunsFrom(args: Arguments, io: CommandLineIo): KeptRunsOf | undefined {
  if (!args.has('history')) return undefined
  if (!io.openHistory)
    throw new UsageError(
      '--history needs a key of the system’s keyring, which the application reads and Node does not: run authscope instead of node.',
    )
  const known = new Map<string, Promise<readonly PastRun[]>>()
  return (username) => {
    const found =
      known.get(username) ??
      withHistory(io, (history) => history.ofUser(username, maxPastRuns)).then(
        (runs) => runs.flatMap(({ events, secrets }) => pastRunOf(events, secrets) ?? []),
        () => [],
      )
    known.set(username, found)
    return found
  }
}

import { mostLookedThrough } from '#main/runs/facts-before.ts'
import { pastRunOf, type PastRun } from '#main/runs/past-run.ts'
import type { KeptRunsOf } from '#main/runs/recorded-runs-before.ts'
import { withHistory } from './trace/named-run.ts'
import type { CommandLineIo } from './command-line-io.ts'
import type { Arguments } from './command.ts'

/** The option of commands that look back on the window’s history. */
export const historyOptions = {
  'no-history': { help: 'Do not look for earlier runs of the user in the history.' },
} as const

/**
 * What the window’s history has of a user, which may say why a sign-in failed. Nothing in plain Node,
 * with --no-history, and where the history cannot be opened: it is evidence, and no more.
 */
export function keptRunsFrom(args: Arguments, io: CommandLineIo): KeptRunsOf | undefined {
  if (!io.openHistory || args.has('no-history')) return undefined
  const known = new Map<string, Promise<readonly PastRun[]>>()
  return (username) => {
    const found =
      known.get(username) ??
      withHistory(io, (history) => history.ofUser(username, mostLookedThrough)).then(
        (runs) => runs.flatMap(({ events, secrets }) => pastRunOf(events, secrets) ?? []),
        () => [],
      )
    known.set(username, found)
    return found
  }
}

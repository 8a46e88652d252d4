import { UsageError, type Arguments } from './command.ts'
import { networkOptions } from './network-options.ts'

/** Options of another pool, and of the way to it: a practice pool is on this machine, over HTTP. */
const elsewhere = [
  'endpoint',
  'region',
  'user-pool-id',
  'client-id',
  'client-secret-env',
  ...Object.keys(networkOptions),
]

/**
 * Refuses options that would be ignored beside `--practice`.
 * @throws UsageError
 */
export function assertPracticeAlone(args: Arguments): void {
  const other = elsewhere.find((option) => args.has(option))
  if (other !== undefined)
    throw new UsageError(
      `--practice starts its own pool, so it cannot be combined with --${other}.`,
    )
}

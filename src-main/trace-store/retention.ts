/** How much of the history is kept; 0 is no limit. Pinned runs are spared and do not count. */
export interface RetentionLimits {
  readonly days: number
  readonly runs: number
  /** Of what runs take in the file, in millions of bytes. */
  readonly megabytes: number
}

/** The runs that limits leave no room for. */
export interface PrunableRuns {
  readonly runIds: readonly string[]
  readonly bytes: number
  /** When the oldest and the newest of them began; none when there are none. */
  readonly from?: number
  readonly to?: number
}

/** One run as limits see it. */
export interface SizedRun {
  readonly runId: string
  readonly startedAt: number
  readonly bytes: number
}

const dayMs = 86_400_000
/** Runs of the last hour are kept: one of them may still go on. */
const sparedMs = 3_600_000

/** Which runs limits leave no room for. @param newestFirst those that are not pinned */
export function prunableOf(
  newestFirst: readonly SizedRun[],
  { days, megabytes, runs }: RetentionLimits,
  now: number,
): PrunableRuns {
  let total = 0
  const over = newestFirst.filter(({ bytes, startedAt }, index) => {
    total += bytes
    if (startedAt > now - sparedMs) return false
    return (
      (days > 0 && startedAt < now - days * dayMs) ||
      (runs > 0 && index >= runs) ||
      (megabytes > 0 && total > megabytes * 1_000_000)
    )
  })
  const [newest, oldest] = [over[0], over.at(-1)]
  return {
    runIds: over.map(({ runId }) => runId),
    bytes: over.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(newest && oldest && { from: oldest.startedAt, to: newest.startedAt }),
  }
}

import type { HistoryRow } from '#contract/routes/history.ts'

/** The ids of two runs, and of a good one (or, where none signed in, a base) to compare them with. */
export interface ComparedRuns {
  readonly left: string
  readonly right: string
  readonly good?: string | undefined
}

/**
 * How two or three runs are compared: the earlier one is on the left. Of three, the first one that
 * signed in is the good one; where none did, the first of all is the base.
 */
export function comparedRuns(rows: readonly HistoryRow[]): ComparedRuns | undefined {
  const runs = rows.toSorted((a, b) => a.startedAt - b.startedAt)
  const good =
    runs.length > 2 ? (runs.find(({ state }) => state === 'tokens') ?? runs[0]) : undefined
  const [left, right] = runs.filter((run) => run !== good)
  if (!left || !right) return undefined
  return { left: left.runId, right: right.runId, ...(good && { good: good.runId }) }
}

/** The same runs with another one as the good one or base. */
export const withGood = (
  { good, left, right }: ComparedRuns,
  side: 'left' | 'right',
): ComparedRuns => {
  if (good === undefined) return { left, right }
  return side === 'left' ? { left: good, right, good: left } : { left, right: good, good: right }
}

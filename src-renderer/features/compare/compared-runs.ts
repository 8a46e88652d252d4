import type { HistoryRow } from '#contract/routes/history.ts'

/** The ids of two runs, and of a good one beside which they are compared. */
export interface ComparedRuns {
  readonly left: string
  readonly right: string
  readonly good?: string | undefined
}

/** How two or three runs are compared: of three, one that signed in is the good one. */
export function comparedRuns(rows: readonly HistoryRow[]): ComparedRuns | undefined {
  const good =
    rows.length > 2 ? (rows.findLast(({ state }) => state === 'tokens') ?? rows[2]) : undefined
  const [left, right] = rows.filter((row) => row !== good)
  if (!left || !right) return undefined
  return { left: left.runId, right: right.runId, ...(good && { good: good.runId }) }
}

/** The same runs with another one as the good one. */
export const withGood = (
  { good, left, right }: ComparedRuns,
  side: 'left' | 'right',
): ComparedRuns => {
  if (good === undefined) return { left, right }
  return side === 'left' ? { left: good, right, good: left } : { left, right: good, good: right }
}

import { refreshChanges, type RefreshChange } from '#engine/tokens/refresh-changes.ts'
import type { OpenToken } from '#engine/trace/event.ts'
import type { TimelineStep } from '#engine/trace/timeline.ts'

/** What a refresh within a sign-in brought. */
export interface RefreshOfStep {
  readonly changes: readonly RefreshChange[]
  /** When a new refresh token replaced the old one; absent where the old one stays. */
  readonly rotatedAt?: number
}

const tokensOf = ({ answer }: TimelineStep): readonly OpenToken[] =>
  answer?.kind === 'tokens' ? answer.tokens : []

const issuedBy = (step: TimelineStep) => ({
  at: step.at + (step.durationMs ?? 0),
  tokens: tokensOf(step),
})

/** What the tokens of a step changed in those before it; undefined where they are the first. */
export function refreshOfStep(
  steps: readonly TimelineStep[],
  step: TimelineStep,
): RefreshOfStep | undefined {
  const before = steps.filter((one) => one.number < step.number && tokensOf(one).length > 0).at(-1)
  if (!before || tokensOf(step).length === 0) return undefined
  const [old, now] = [issuedBy(before), issuedBy(step)]
  return {
    changes: refreshChanges(old, now),
    ...(now.tokens.some(({ use }) => use === 'refresh') && { rotatedAt: now.at }),
  }
}

import type { TimelineStep } from '../trace/timeline.ts'

/** Two steps that stand for each other; one is absent where the other run has none like it. */
export interface StepPair {
  readonly left?: TimelineStep
  readonly right?: TimelineStep
}

/** How much two steps are alike: not at all, by operation and challenge, or by the outcome too. */
function likeness(left: TimelineStep | undefined, right: TimelineStep | undefined): number {
  if (!left || !right || keyOf(left) !== keyOf(right)) return 0
  return outcomeOf(left) === outcomeOf(right) ? 3 : 2
}

const outcomeOf = ({ answer }: TimelineStep): string =>
  answer?.kind === 'refused' ? answer.error : (answer?.kind ?? '')

const keyOf = ({ challenge, operation, pending }: TimelineStep): string =>
  `${operation ?? pending?.type ?? ''} ${challenge ?? ''}`

/** Pairs the steps of two runs in order, so that they are as much alike as possible. */
export function alignSteps(
  left: readonly TimelineStep[],
  right: readonly TimelineStep[],
): readonly StepPair[] {
  // Of the best pairing of what follows each two steps, from the end.
  const scores = Array.from({ length: left.length + 1 }, () =>
    new Array<number>(right.length + 1).fill(0),
  )
  const scoreAt = (i: number, j: number): number => scores[i]?.[j] ?? 0
  const pairedAt = (i: number, j: number): number => {
    const like = likeness(left[i], right[j])
    return like > 0 ? like + scoreAt(i + 1, j + 1) : 0
  }
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = scores[i]
      if (row) row[j] = Math.max(pairedAt(i, j), scoreAt(i + 1, j), scoreAt(i, j + 1))
    }
  const pairs: StepPair[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]]
    if (a && b && pairedAt(i, j) > 0 && pairedAt(i, j) === scoreAt(i, j)) {
      pairs.push({ left: a, right: b })
      i += 1
      j += 1
    } else if (a && (!b || scoreAt(i + 1, j) >= scoreAt(i, j + 1))) {
      pairs.push({ left: a })
      i += 1
    } else if (b) {
      pairs.push({ right: b })
      j += 1
    }
  }
  return pairs
}

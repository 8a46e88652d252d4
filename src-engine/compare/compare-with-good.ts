import type { TraceEvent } from '../trace/event.ts'
import { compareRuns, type ComparedStep } from './compare-runs.ts'
import type { Difference } from './difference.ts'
import { firstDifference, onlyTimingDiffers } from './first-difference.ts'

/** One thing in which two runs and a good one are not all the same; an absent side is not there at all. */
export interface DifferenceFromGood extends Difference {
  readonly good?: string
  /** Which runs differ from the good one: one, both in the same way, or each in its own. */
  readonly differs: 'left' | 'right' | 'both' | 'each'
}

/** Steps that stand for each other; a number is absent where a run has none like it. */
export interface StepBesideGood extends ComparedStep {
  readonly good?: number
  readonly differences: readonly DifferenceFromGood[]
}

/** Two runs beside one that is known to be good. */
export interface ComparisonWithGood {
  readonly run: readonly DifferenceFromGood[]
  readonly steps: readonly StepBesideGood[]
  /** Index of the first step in which one differs from the good run in what may explain the outcome, or in anything that is not expected. */
  readonly firstDifference?: number
  /** True when both are as the good run, but for what is new in every sign-in. */
  readonly same: boolean
  /** True when, besides, only durations differ. */
  readonly onlyTiming: boolean
}

/** Compares two runs with one that is known to be good: which of them differs from it, and in what. */
export function compareWithGood(
  left: readonly TraceEvent[],
  right: readonly TraceEvent[],
  good: readonly TraceEvent[],
): ComparisonWithGood {
  const [ofLeft, ofRight] = [compareRuns(good, left), compareRuns(good, right)]
  const steps = merged(ofLeft.steps, ofRight.steps)
  const first = firstDifference(steps)
  const run = differencesFromGood(ofLeft.run, ofRight.run)
  return {
    run,
    steps,
    ...(first !== undefined && { firstDifference: first }),
    same: ofLeft.same && ofRight.same,
    onlyTiming: onlyTimingDiffers(run, steps),
  }
}

/** In both lists the left side is the good run, whose steps keep the two together. */
function merged(
  left: readonly ComparedStep[],
  right: readonly ComparedStep[],
): readonly StepBesideGood[] {
  const steps: StepBesideGood[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]]
    // What the good run lacks comes before its next step.
    if (a && a.left === undefined) {
      steps.push(only('left', a))
      i += 1
    } else if (b && b.left === undefined) {
      steps.push(only('right', b))
      j += 1
    } else {
      steps.push(besideGood(a, b))
      i += 1
      j += 1
    }
  }
  return steps
}

function only(differs: 'left' | 'right', { right: number, title }: ComparedStep): StepBesideGood {
  const difference = {
    area: 'step',
    member: 'step',
    title: 'Step',
    expected: false,
    differs,
  } as const
  return {
    ...(number !== undefined && { [differs]: number }),
    title,
    differences: [{ ...difference, [differs]: title }],
  }
}

function besideGood(a: ComparedStep | undefined, b: ComparedStep | undefined): StepBesideGood {
  const good = a?.left ?? b?.left
  return {
    ...(good !== undefined && { good }),
    ...(a?.right !== undefined && { left: a.right }),
    ...(b?.right !== undefined && { right: b.right }),
    title: a?.title ?? b?.title ?? '',
    differences: differencesFromGood(a?.differences ?? [], b?.differences ?? []),
  }
}

/** In both lists the left value is that of the good run, and the right one that of the other. */
function differencesFromGood(
  ofLeft: readonly Difference[],
  ofRight: readonly Difference[],
): readonly DifferenceFromGood[] {
  const keyOf = ({ area, member }: Difference) => `${area} ${member}`
  const others = new Map(ofRight.map((difference) => [keyOf(difference), difference]))
  const both = ofLeft.map((difference): DifferenceFromGood => {
    const other = others.get(keyOf(difference))
    others.delete(keyOf(difference))
    if (!other) return withSides(difference, 'left', difference.right, difference.left)
    const differs = difference.right === other.right ? 'both' : 'each'
    return withSides(difference, differs, difference.right, other.right)
  })
  const ofRightAlone = [...others.values()].map((difference) =>
    withSides(difference, 'right', difference.left, difference.right),
  )
  return [...both, ...ofRightAlone]
}

const withSides = (
  { area, expected, left: good, member, title }: Difference,
  differs: DifferenceFromGood['differs'],
  left: string | undefined,
  right: string | undefined,
): DifferenceFromGood => ({
  area,
  member,
  title,
  expected,
  differs,
  ...(good !== undefined && { good }),
  ...(left !== undefined && { left }),
  ...(right !== undefined && { right }),
})

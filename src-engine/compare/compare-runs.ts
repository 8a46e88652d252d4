import { diagnose } from '../diagnosis/diagnose.ts'
import { factMembers } from '../facts/fact-members.ts'
import type { TraceEvent } from '../trace/event.ts'
import { timeline, type Timeline, type TimelineStep } from '../trace/timeline.ts'
import { alignSteps } from './align-steps.ts'
import type { Difference, DifferenceArea } from './difference.ts'
import { firstDifference, onlyTimingDiffers } from './first-difference.ts'
import { differingMembers, mayBeTheSame, membersOf } from './members.ts'
import { memberTitle } from './member-title.ts'
import { isVolatile } from './volatile-members.ts'

/** Two steps that stand for each other, or one that the other run lacks. */
export interface ComparedStep {
  readonly left?: number
  readonly right?: number
  /** The operation, and the challenge that it answers or that waits. */
  readonly title: string
  readonly differences: readonly Difference[]
}

/** Two runs side by side. */
export interface RunComparison {
  readonly run: readonly Difference[]
  readonly steps: readonly ComparedStep[]
  /** Index of the first step with a difference that may explain the outcome, or with any that is not expected. */
  readonly firstDifference?: number
  /** True when nothing differs but what is new in every sign-in. */
  readonly same: boolean
  /** True when, besides, only durations differ. */
  readonly onlyTiming: boolean
}

/**
 * Compares two runs of any origin, step by step. Secrets are compared by their kind alone: the mark of
 * one secret is another in each trace.
 */
export function compareRuns(
  leftEvents: readonly TraceEvent[],
  rightEvents: readonly TraceEvent[],
): RunComparison {
  const [left, right] = [timeline(leftEvents), timeline(rightEvents)]
  const causes = { left: causesByStep(leftEvents), right: causesByStep(rightEvents) }
  const steps = alignSteps(left.steps, right.steps).map((pair): ComparedStep => {
    const one = pair.left ?? pair.right
    const title = [one?.operation, one?.challenge].filter(Boolean).join(' ')
    const numbers = {
      ...(pair.left && { left: pair.left.number }),
      ...(pair.right && { right: pair.right.number }),
    }
    if (pair.left && pair.right) {
      const diagnosis = differences(
        'diagnosis',
        causes.left.get(pair.left.number),
        causes.right.get(pair.right.number),
      )
      return {
        ...numbers,
        title,
        differences: [...differencesOfSteps(pair.left, pair.right), ...diagnosis],
      }
    }
    const only = { area: 'step', member: 'step', title: 'Step', expected: false } as const
    return { ...numbers, title, differences: [{ ...only, [pair.left ? 'left' : 'right']: title }] }
  })
  const run = [
    ...differences('run', outline(left), outline(right)),
    ...differences('facts', factMembers(left.facts), factMembers(right.facts)),
  ]
  const counts = (all: readonly Difference[]) => all.some(({ expected }) => !expected)
  const first = firstDifference(steps)
  return {
    run,
    steps,
    ...(first !== undefined && { firstDifference: first }),
    same: first === undefined && !counts(run),
    onlyTiming: onlyTimingDiffers(run, steps),
  }
}

const outline = ({ flow, message, origin, state, target, username }: Timeline) => ({
  flow,
  username,
  state: state === 'tokens' ? 'signed in' : state,
  message,
  origin: origin.kind,
  client: target?.clientId,
  pool: target?.userPoolId,
  // A recording has the address of a call, which ends in a slash.
  endpoint: target?.endpoint.replace(/\/$/, ''),
})

function differencesOfSteps(left: TimelineStep, right: TimelineStep): readonly Difference[] {
  return [
    ...differences('request', requestOf(left), requestOf(right)),
    ...differences('response', responseOf(left), responseOf(right)),
    ...differences('claims', claimsOf(left), claimsOf(right)),
    ...differences('facts', factMembers(left.facts), factMembers(right.facts)),
    ...timing(left, right),
  ]
}

function differences(area: DifferenceArea, left: unknown, right: unknown): readonly Difference[] {
  return differingMembers(membersOf(left), membersOf(right)).map((difference) => ({
    area,
    ...difference,
    title: memberTitle(area, difference.member),
    expected:
      isVolatile(area, difference.member) || mayBeTheSame(difference.left, difference.right),
  }))
}

function requestOf({ attempts, by, fault }: TimelineStep) {
  const last = attempts.at(-1)
  return {
    by,
    fault,
    attempts: attempts.length,
    body: last && jsonOr(last.requestBody),
    headers: last && headersByName(last.requestHeaders),
  }
}

function responseOf({ answer, attempts }: TimelineStep) {
  const response = attempts.at(-1)?.response
  return {
    ...(answer?.kind === 'tokens' ? { kind: answer.kind } : answer),
    ...(response && { status: response.status, headers: headersByName(response.headers) }),
  }
}

const claimsOf = ({ answer }: TimelineStep) =>
  answer?.kind === 'tokens'
    ? Object.fromEntries(answer.tokens.map(({ claims, use }) => [use, claims ?? 'present']))
    : undefined

/** Names of headers do not depend on their letters' case. */
const headersByName = (headers: readonly (readonly [name: string, value: string])[]) =>
  Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]))

/** A step is slower when a person would notice it: by twice, and by a tenth of a second. */
function timing(left: TimelineStep, right: TimelineStep): readonly Difference[] {
  const [a, b] = [left.durationMs, right.durationMs]
  if (a === undefined || b === undefined) return []
  if (Math.abs(a - b) < 100 || Math.max(a, b) < 2 * Math.min(a, b)) return []
  const shown = (ms: number) => `${String(Math.round(ms))} ms`
  const of = { area: 'timing', member: 'duration', title: 'Duration', expected: false } as const
  return [{ ...of, left: shown(a), right: shown(b) }]
}

function causesByStep(events: readonly TraceEvent[]): ReadonlyMap<number, Record<string, string>> {
  const causes = new Map<number, Record<string, string>>()
  for (const { code, step, title, verdict } of diagnose(events))
    if (verdict !== 'excluded')
      causes.set(step, { ...causes.get(step), [code]: `${title} (${verdict})` })
  return causes
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

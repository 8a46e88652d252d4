import { diagnose } from '../diagnosis/diagnose.ts'
import type { TraceEvent } from '../trace/event.ts'
import { timeline, type Timeline, type TimelineStep } from '../trace/timeline.ts'
import type { Expectation } from './recipe.ts'

/** One expectation and its result. */
export interface Check {
  /** As in `claims.id.aud`. */
  readonly what: string
  readonly expected: string
  readonly actual: string
  readonly passed: boolean
}

/** What a sign-in came to: its steps alone, without the calls after it. */
export function checkSignIn(events: readonly TraceEvent[], expect: Expectation): readonly Check[] {
  const view = timeline(events)
  const end = view.steps.findLastIndex(isOfSignIn)
  const steps = view.steps.slice(0, end + 1)
  return [
    ...checkSteps(steps, outcomeOf(view, steps), events, expect),
    ...(expect.challenges === undefined
      ? []
      : [equal('challenges', expect.challenges, challengesOf(steps))]),
    ...tokenChecks(steps, expect),
  ]
}

/** What one call after the sign-in came to. */
export function checkCall(
  events: readonly TraceEvent[],
  step: TimelineStep | undefined,
  expect: Omit<Expectation, 'challenges' | 'claims' | 'lifetimes'>,
): readonly Check[] {
  return checkSteps(step ? [step] : [], answerOutcome(step), events, expect)
}

function checkSteps(
  steps: readonly TimelineStep[],
  outcome: string,
  events: readonly TraceEvent[],
  expect: Expectation,
): readonly Check[] {
  const failed = steps.findLast(
    ({ answer }) => answer?.kind === 'refused' || answer?.kind === 'failed',
  )
  const [error, message] =
    failed?.answer?.kind === 'refused'
      ? [failed.answer.error, failed.answer.message]
      : failed?.answer?.kind === 'failed'
        ? [failed.answer.code, failed.answer.message]
        : ['', '']
  const numbers = new Set(steps.map(({ number }) => number))
  const serviceMs = steps.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0)
  return [
    ...(expect.outcome === undefined
      ? []
      : [
          check(
            'outcome',
            expect.outcome,
            expect.outcome === outcome ? outcome : outcomeWithReason(outcome, steps),
            expect.outcome === outcome,
          ),
        ]),
    ...(expect.error === undefined ? [] : [equal('error', expect.error, error)]),
    ...(expect.message === undefined
      ? []
      : [check('message', expect.message, message, message.includes(expect.message))]),
    ...(expect.diagnosis === undefined
      ? []
      : diagnosisChecks(
          expect.diagnosis,
          diagnose(events)
            .filter(({ step, verdict }) => verdict !== 'excluded' && numbers.has(step))
            .map(({ code }) => code),
        )),
    ...(expect.maxServiceMs === undefined
      ? []
      : [
          check(
            'maxServiceMs',
            `at most ${String(expect.maxServiceMs)}`,
            String(Math.round(serviceMs)),
            serviceMs <= expect.maxServiceMs,
          ),
        ]),
  ]
}

/** An outcome that was not expected, with what the service said: without that nobody can mend it. */
function outcomeWithReason(outcome: string, steps: readonly TimelineStep[]): string {
  const answer = steps.findLast((step) => step.answer !== undefined)?.answer
  switch (answer?.kind) {
    case 'refused':
      return `${outcome} (${[answer.error, answer.message].filter(Boolean).join(': ')})`
    case 'failed':
      return `${outcome} (${answer.message})`
    case 'challenged':
      return `${outcome} (${answer.challenge})`
    default:
      return outcome
  }
}

function diagnosisChecks(expected: readonly string[], found: readonly string[]): readonly Check[] {
  const actual = found.join(', ') || 'no cause'
  if (expected.length === 0) return [check('diagnosis', 'no cause', actual, found.length === 0)]
  return expected.map((code) => check('diagnosis', code, actual, found.includes(code)))
}

function tokenChecks(
  steps: readonly TimelineStep[],
  { claims = {}, lifetimes = {} }: Expectation,
): readonly Check[] {
  const tokens = steps.flatMap(({ answer }) => (answer?.kind === 'tokens' ? answer.tokens : []))
  const claimsOf = (use: string) => tokens.findLast((token) => token.use === use)?.claims
  return [
    ...Object.entries(claims).flatMap(([use, wanted]) => {
      const found = claimsOf(use)
      return Object.entries(wanted).map(([name, expected]) =>
        equal(
          `claims.${use}.${name}`,
          expected,
          found && Object.hasOwn(found, name) ? found[name] : undefined,
        ),
      )
    }),
    ...Object.entries(lifetimes).map(([use, expected]) => {
      const { exp, iat } = claimsOf(use) ?? {}
      return equal(`lifetimes.${use}`, expected, Number(exp) - Number(iat))
    }),
  ]
}

const isOfSignIn = ({ challenge, operation }: TimelineStep): boolean =>
  challenge !== undefined || operation === 'InitiateAuth' || operation === 'AdminInitiateAuth'

const challengesOf = (steps: readonly TimelineStep[]): readonly string[] =>
  steps.flatMap(({ answer }) => (answer?.kind === 'challenged' ? [answer.challenge] : []))

/** How the sign-in ended, whatever the calls after it did. */
function outcomeOf(view: Timeline, steps: readonly TimelineStep[]): string {
  const last = steps.at(-1)
  if (last?.status === 'waiting' || last?.operation === undefined) {
    if (last?.pending) return last.pending.again ? 'refused' : 'challenge'
  }
  return last ? answerOutcome(last) : view.state
}

function answerOutcome(step: TimelineStep | undefined): string {
  switch (step?.answer?.kind) {
    case 'tokens':
      return 'tokens'
    case 'accepted':
      return 'accepted'
    case 'challenged':
      return 'challenge'
    case 'refused':
      return 'refused'
    case 'unreadable':
    case 'failed':
    case 'not captured':
      return 'failed'
    case undefined:
      return 'no call'
  }
}

const check = (what: string, expected: string, actual: string, passed: boolean): Check => {
  return { what, expected, actual, passed }
}

const equal = (what: string, expected: unknown, actual: unknown): Check =>
  check(what, shown(expected), shown(actual), canonical(expected) === canonical(actual))

const shown = (value: unknown): string =>
  value === undefined ? 'absent' : typeof value === 'string' ? value : JSON.stringify(value)

/** JSON with the members of objects in order, so that equal values are equal texts. */
const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )

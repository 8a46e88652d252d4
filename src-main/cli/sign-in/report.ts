import type { TokenReport } from '#contract/routes/tokens.ts'
import { challenges } from '#engine/catalogue/challenges/index.ts'
import { diagnose, type DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import { reveal } from '#engine/secret/secret.ts'
import type { Phases, TraceEvent, TraceTarget } from '#engine/trace/event.ts'
import { timeline, type Timeline, type TimelineStep } from '#engine/trace/timeline.ts'
import { stripControlCharacters } from '../paint.ts'
import type { DoneSignIn } from './perform.ts'

/** What `sign-in --json` prints. */
export interface SignInReport {
  readonly outcome: 'tokens' | 'accepted' | 'challenge' | 'refused' | 'failed' | 'incomplete'
  /** The fault that --inject-fault named, where no call was one that it applies to: an error. */
  readonly faultNotInjected?: string
  /** Milliseconds that the server's clock is ahead of this machine's (±500); null when unknown. */
  readonly clockAheadMs: number | null
  /** In a sentence, where it is no success. */
  readonly message?: string
  readonly flow: string
  readonly username: string
  /** Says `practice: true` when the practice pool answered. */
  readonly target?: TraceTarget
  readonly steps: readonly StepReport[]
  /** Why calls failed, strongest cause first; those that the trace excludes come last. */
  readonly diagnosis: readonly DiagnosedCause[]
  /** The challenge that waits, and the keys that an answer to it has. */
  readonly challenge?: ChallengeReport
  readonly tokens?: Partial<Readonly<Record<'id' | 'access' | 'refresh', TokenOutput>>>
}

/** One call. */
export interface StepReport {
  readonly operation: string
  /** HTTP status of the last attempt; null when no answer came. */
  readonly status: number | null
  /** Milliseconds, retries included. */
  readonly durationMs: number | null
  /** Of the last attempt, in milliseconds. */
  readonly phases: Phases
  /** The proxy of the last attempt, as `host:port`. */
  readonly proxy?: string
  readonly attempts: number
  readonly requestId?: string
  /** The Lambda triggers that ran, in order; the practice pool alone tells of its own. */
  readonly triggers?: readonly TriggerReport[]
  /** The challenge that the call answers, and who answered it. */
  readonly answers?: string
  readonly by?: NonNullable<TimelineStep['by']>
  /** Title of the fault that --inject-fault injected into this call. */
  readonly fault?: string
  /** The challenge that came. */
  readonly challenge?: string
  readonly error?: StepError
  /** Why a recording does not say what the answer was. */
  readonly notCaptured?: string
  /** That tokens came. */
  readonly tokens?: true
}

/** One run of a trigger. */
interface TriggerReport {
  readonly triggerSource: string
  readonly durationMs: number
  readonly console: readonly string[]
  readonly refusal?: { readonly error: string; readonly message: string }
}

/** What the call was answered with; `diagnosis` says why. */
interface StepError {
  readonly name: string
  readonly message: string
}

interface ChallengeReport {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly answerKeys: readonly string[]
  readonly notComputable?: string
}

type TokenOutput = TokenReport & {
  /** Only with `--reveal`. */
  readonly token?: string
}

/** The result of a sign-in for programs. */
export function signInReport(
  { faultNotInjected, reports, stored, tokens }: DoneSignIn,
  show: boolean,
): SignInReport {
  const view = timeline(stored.events)
  const { flow, message, steps, target, username } = view
  const calls = steps.filter(({ operation }) => operation !== undefined)
  const waiting = steps.find(({ status }) => status === 'waiting')?.pending
  return {
    outcome: outcomeOf(view, waiting),
    clockAheadMs: view.clockAhead ?? null,
    ...(faultNotInjected !== undefined && { faultNotInjected }),
    ...(message !== undefined && { message }),
    flow,
    username,
    ...(target && { target }),
    steps: calls.map(stepReport),
    diagnosis: diagnose(stored.events),
    ...(waiting && { challenge: challengeReport(waiting) }),
    ...(tokens.length > 0 && {
      tokens: Object.fromEntries(
        tokens.map(({ token, use }, index) => [
          use,
          { ...reports[index], ...(show && { token: reveal(token) }) },
        ]),
      ),
    }),
  }
}

type PromptedEvent = Extract<TraceEvent, { type: 'prompted' }>

function outcomeOf(
  { state }: Timeline,
  waiting: PromptedEvent | undefined,
): SignInReport['outcome'] {
  if (state === 'tokens' || state === 'refused' || state === 'incomplete') return state
  if (state === 'accepted') return state
  if (!waiting) return 'failed'
  return waiting.again ? 'refused' : 'challenge'
}

function challengeReport({ challenge, notComputable, parameters }: PromptedEvent): ChallengeReport {
  const fields = challenges.get(challenge)?.fields(parameters) ?? []
  return {
    name: challenge,
    parameters,
    answerKeys: fields.map(({ name }) => name),
    ...(notComputable !== undefined && { notComputable }),
  }
}

/** One call of a timeline for programs. */
export function stepReport(step: TimelineStep): StepReport {
  const { answer, attempts, by, challenge, durationMs, fault, operation = '', triggers } = step
  const last = attempts.at(-1)
  const requestId = last?.response?.requestId
  const error = stepError(step)
  return {
    operation,
    status: last?.response?.status ?? null,
    durationMs: durationMs ?? null,
    phases: last?.phases ?? {},
    ...(last?.connection.proxy && { proxy: last.connection.proxy.address }),
    attempts: attempts.length,
    ...(requestId !== undefined && { requestId }),
    ...(triggers.length > 0 && {
      triggers: triggers.map(({ triggerSource, durationMs, console, refusal }) => ({
        triggerSource,
        durationMs,
        console,
        ...(refusal && { refusal }),
      })),
    }),
    ...(challenge !== undefined && { answers: challenge }),
    ...(challenge !== undefined && by && { by }),
    ...(fault !== undefined && { fault }),
    ...(answer?.kind === 'challenged' && { challenge: answer.challenge }),
    ...(error && { error }),
    ...(answer?.kind === 'not captured' && { notCaptured: answer.reason }),
    ...(answer?.kind === 'tokens' && { tokens: true }),
  }
}

/** The result of a call, in a few words. */
export function outcomeLabel({
  challenge,
  error,
  notCaptured,
  tokens,
}: Pick<StepReport, 'challenge' | 'error' | 'notCaptured' | 'tokens'>): string {
  if (error) return stripControlCharacters([error.name, error.message].filter(Boolean).join(': '))
  if (notCaptured !== undefined) return `not captured: ${notCaptured}`
  return stripControlCharacters(challenge ?? (tokens ? 'tokens' : 'accepted'))
}

function stepError({ answer }: TimelineStep): StepError | undefined {
  switch (answer?.kind) {
    case 'refused':
      return { name: answer.error, message: answer.message }
    case 'unreadable':
      return { name: answer.reason, message: answer.detail }
    case 'failed':
      return { name: answer.code, message: answer.message }
    case 'challenged':
    case 'accepted':
    case 'tokens':
    case 'not captured':
    case undefined:
      return undefined
  }
}

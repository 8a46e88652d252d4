import type { Timeline, TimelineStep } from '../trace/timeline.ts'

/** One call of a chain as a list shows it. */
export interface ChainLink {
  /** The challenge that the call answered, or waits; of other calls the operation. */
  readonly name: string
  readonly status: TimelineStep['status']
  /** Milliseconds until the answer, retries included; absent where none came or no clock is known. */
  readonly durationMs?: number | undefined
}

/** What a run is filtered and sorted by besides its row. */
export interface RunSummary {
  readonly chain: readonly ChainLink[]
  /** Names of the exceptions and codes of the network failures, in order, each once. */
  readonly errors: readonly string[]
  readonly origin: 'performed' | 'watched' | 'imported'
  readonly clientId: string
  readonly userPoolId: string
  /** Milliseconds that the service took in all calls. */
  readonly serviceMs: number
  /** True when a second factor was asked for. */
  readonly mfa: boolean
  readonly device: boolean
  readonly passkey: boolean
  /** True when a call took more than one HTTP attempt. */
  readonly retry: boolean
}

const secondFactors: ReadonlySet<string> = new Set([
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
])

/** The summary of a run, from the one projection of its trace. */
export function summarizeRun(run: Timeline): RunSummary {
  const chain = run.steps
    .filter(({ challenge, operation }) => challenge !== undefined || operation !== undefined)
    .map(({ challenge, durationMs, operation, status }) => ({
      name: challenge ?? operation ?? '',
      status,
      // To a tenth, which is what can be seen of it: the row stays small.
      ...(durationMs !== undefined && { durationMs: Math.round(10 * durationMs) / 10 }),
    }))
  const has = (holds: (name: string) => boolean) => chain.some(({ name }) => holds(name))
  return {
    chain,
    errors: [...new Set(run.steps.flatMap(({ answer }) => errorOf(answer)))],
    origin: run.origin.kind,
    clientId: run.target?.clientId ?? '',
    userPoolId: run.target?.userPoolId ?? '',
    serviceMs: run.serviceMs,
    mfa: has((name) => secondFactors.has(name)),
    device: has((name) => name.startsWith('DEVICE_') || name === 'ConfirmDevice'),
    passkey: has((name) => name === 'WEB_AUTHN'),
    retry: run.steps.some(({ attempts }) => attempts.length > 1),
  }
}

function errorOf(answer: TimelineStep['answer']): readonly string[] {
  if (answer?.kind === 'refused') return [answer.error]
  if (answer?.kind === 'failed') return [answer.code]
  return []
}

import { diagnose, type DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import type { Link } from '#engine/trace/origin.ts'
import { timeline, type Timeline } from '#engine/trace/timeline.ts'
import { shownDuration } from '#engine/units/duration.ts'
import type { WatchedChain } from '#main/watch/watched-chains.ts'
import { diagnosisText } from '../diagnosis-text.ts'
import { stripControlCharacters, type Paint } from '../paint.ts'
import { outcomeLabel, stepReport, type StepReport } from '../sign-in/report.ts'

/** What `watch --json` prints for each call, one object a line. */
export interface WatchedCallReport extends StepReport {
  readonly type: 'call'
  /** Counts the chains of this watch from 1. */
  readonly chain: number
  readonly flow: string
  readonly username: string
  readonly clientId: string
  /** Counts the calls of the chain from 1. */
  readonly step: number
  /** What ties the call to its chain; absent for the first. */
  readonly link?: Link
  /** How the chain relates to what came before it, said with its first call. */
  readonly start?: string
  /** The state of the chain after this call. */
  readonly state: Timeline['state']
  readonly message?: string
  /** Why this call failed, strongest cause first; empty where it did not. */
  readonly diagnosis: readonly DiagnosedCause[]
}

/** The newest call of a chain for programs. */
export function watchedCallReport(chain: WatchedChain): WatchedCallReport | undefined {
  const view = timeline(chain.events)
  const step = view.steps.at(-1)
  if (!step) return undefined
  const { flow, message, state, target, username } = view
  return {
    type: 'call',
    chain: chain.number,
    flow,
    username,
    clientId: target?.clientId ?? '',
    step: step.number,
    ...(step.link !== undefined && { link: step.link }),
    ...(view.steps.length === 1 && step.attempts.length === 1 && startText(view)),
    ...stepReport(step),
    state,
    ...(message !== undefined && { message }),
    diagnosis:
      step.status === 'failed' || step.status === 'refused'
        ? diagnose(chain.events).filter((cause) => cause.step === step.number)
        : [],
  }
}

function startText({ origin }: Timeline): { readonly start?: string } {
  if (origin.kind === 'performed') return {}
  const { start } = origin
  switch (start.kind) {
    case 'whole':
      return {}
    case 'began before':
      return { start: `began before the watch: its ${start.missing} came from an earlier call` }
    case 'alone':
      return { start: 'is on its own: nothing links it to an earlier call' }
  }
}

const outcomes: Partial<Readonly<Record<Timeline['state'], string>>> = {
  tokens: 'Signed in.',
  accepted: 'Accepted.',
  refused: 'Refused.',
  failed: 'Failed.',
}

/** The newest call of a chain for people, and what became of the chain. */
export function watchedCallText(report: WatchedCallReport, at: Date, paint: Paint): string {
  const {
    chain,
    diagnosis,
    durationMs,
    error,
    fault,
    flow,
    operation,
    start,
    state,
    step,
    tokens,
    username,
  } = report
  const sign = error ? paint.bad('✗') : paint.good('✓')
  const about = report.answers ?? (step === 1 && flow !== operation ? flow : '')
  const who = stripControlCharacters(username === '' ? 'unknown user' : username)
  // A chain stays signed in through the calls that follow; what became of it is said once.
  const outcome = state !== 'tokens' || tokens ? outcomes[state] : undefined
  return [
    `${paint.faint(at.toTimeString().slice(0, 8))} ${sign} ${paint.note(`#${String(chain)}`)} ${who}  `,
    `${paint.strong(stripControlCharacters(operation))}${about && ` ${stripControlCharacters(about)}`} → ${outcomeLabel(report)}`,
    `  ${paint.faint(shownDuration(durationMs ?? 0))}\n`,
    start === undefined ? '' : `           ${paint.faint(`This chain ${start}.`)}\n`,
    fault === undefined ? '' : `           ${paint.note(`Injected fault: ${fault}`)}\n`,
    diagnosisText(diagnosis, paint),
    outcome === undefined
      ? ''
      : `           ${state === 'tokens' || state === 'accepted' ? paint.good(outcome) : paint.bad(outcome)}\n`,
  ].join('')
}

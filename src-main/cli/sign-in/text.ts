import { challenges } from '#engine/catalogue/challenges/index.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { shownDuration } from '#engine/units/duration.ts'
import { stripControlCharacters, type Paint } from '../paint.ts'
import { diagnosisText } from '../diagnosis-text.ts'
import { tokenText } from '../token-text.ts'
import type { DoneSignIn } from './perform.ts'
import { outcomeLabel, type SignInReport, type StepReport } from './report.ts'
import { counted } from '#engine/units/counted.ts'

const outcomes: Readonly<Record<SignInReport['outcome'], string>> = {
  tokens: 'Signed in.',
  accepted: 'Accepted.',
  incomplete: 'Incomplete.',
  challenge: 'A challenge is left unanswered.',
  refused: 'Refused.',
  failed: 'Failed.',
}

/** The result of a sign-in for people: the timeline, and the result. */
export function signInText({ stored }: DoneSignIn, report: SignInReport, paint: Paint): string {
  const {
    challenge,
    clockAheadMs,
    diagnosis,
    faultNotInjected,
    flow,
    message,
    outcome,
    steps,
    target,
    tokens,
    username,
  } = report
  const to = target?.userPoolId || target?.clientId || target?.endpoint
  const { serviceMs } = timeline(stored.events)
  return [
    `${paint.strong(stripControlCharacters(flow))}${username && ` as ${stripControlCharacters(username)}`}${to ? ` to ${stripControlCharacters(to)}` : ''}`,
    target?.practice ? paint.note(' (practice pool)') : '',
    `\n\n${steps.map((step, index) => stepText(step, index + 1, paint)).join('')}`,
    challenge ? waitingText(challenge, paint) : '',
    `\n${outcome === 'tokens' || outcome === 'accepted' ? paint.good(outcomes[outcome]) : paint.bad(outcomes[outcome])}`,
    ` ${paint.faint(`${counted(steps.length, 'call')}${serviceMs > 0 ? `, ${shownDuration(serviceMs)} in the service` : ''}.`)}\n`,
    diagnosisText(diagnosis, paint),
    // Of a call that went wrong the steps have told already.
    message !== undefined && !steps.some(({ error }) => error)
      ? `${stripControlCharacters(message)}\n`
      : '',
    clockText(clockAheadMs, paint),
    faultNotInjected === undefined
      ? ''
      : `${paint.bad(`The fault ${faultNotInjected} was not injected: it applies to no call of this sign-in.`)}\n`,
    ...Object.values(tokens ?? {}).map(
      (token) =>
        `\n${tokenText(token, paint, false)}${token.token === undefined ? '' : `Token\n  ${token.token}\n`}`,
    ),
  ].join('')
}

function stepText(step: StepReport, number: number, paint: Paint): string {
  const { answers, attempts, by, durationMs, error, fault, operation, status } = step
  const sign = error ? paint.bad('✗') : paint.good('✓')
  const what =
    answers === undefined
      ? ''
      : ` ${stripControlCharacters(answers)}${by === 'automatic' ? ', automatic' : ''}`
  const tries = attempts > 1 ? `, ${String(attempts)} attempts` : ''
  return [
    `${sign} ${String(number)}  ${paint.strong(operation)}${what}\n`,
    fault === undefined ? '' : `     ${paint.note(`injected fault: ${fault}`)}\n`,
    `     ${paint.faint(`${status === null ? 'no answer' : `status ${String(status)}`}, ${durationMs === null ? 'time unknown' : shownDuration(durationMs)}${tries}`)} → ${outcomeLabel(step)}\n`,
    phasesText(step, paint),
    ...(step.triggers ?? []).map((trigger) => triggerText(trigger, paint)),
  ].join('')
}

function triggerText(
  { triggerSource, durationMs, console, refusal }: NonNullable<StepReport['triggers']>[number],
  paint: Paint,
): string {
  const sign = refusal ? paint.bad('✗') : paint.good('✓')
  return [
    `     ${sign} trigger ${stripControlCharacters(triggerSource)} ${paint.faint(shownDuration(durationMs))}\n`,
    ...console.map((line) => `       ${paint.faint(stripControlCharacters(line))}\n`),
  ].join('')
}

function phasesText({ phases, proxy }: StepReport, paint: Paint): string {
  const shown = [
    ...(proxy === undefined ? [] : [`via the proxy ${stripControlCharacters(proxy)}`]),
    ...Object.entries(phases).flatMap(([name, ms]) =>
      ms >= 0.05 ? [`${name} ${shownDuration(ms)}`] : [],
    ),
  ]
  return shown.length === 0 ? '' : `     ${paint.faint(shown.join(' · '))}\n`
}

function waitingText(
  { answerKeys, name, notComputable, parameters }: NonNullable<SignInReport['challenge']>,
  paint: Paint,
): string {
  const known = challenges.get(name)
  return [
    `${paint.note('…')}    ${paint.strong(stripControlCharacters(name))}${known ? ` ${stripControlCharacters(known.promptText(parameters))}` : ''}\n`,
    notComputable === undefined ? '' : `     ${stripControlCharacters(notComputable)}\n`,
    answerKeys.length > 0 ? `     Answer with ${answerKeys.join(', ')} (--answers-stdin).\n` : '',
  ].join('')
}

/** The Date header has whole seconds: a smaller difference says nothing. */
function clockText(ahead: number | null, paint: Paint): string {
  if (ahead === null || Math.abs(ahead) < 1000) return ''
  const seconds = Math.round(Math.abs(ahead) / 1000)
  return `${paint.note(`The server’s clock is ${String(seconds)} s ${ahead > 0 ? 'ahead of' : 'behind'} this machine’s.`)}\n`
}

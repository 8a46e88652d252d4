import { challenges } from '#engine/catalogue/challenges/index.ts'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import type { OpenAnswer } from '#engine/trace/event.ts'
import type { TimelineStep } from '#engine/trace/timeline.ts'
import type { DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import { shownDuration } from '#engine/units/duration.ts'

/** What Cognito answered, in the word at the arrow's end. */
export function resultOf(answer: OpenAnswer | undefined): string | undefined {
  switch (answer?.kind) {
    case 'challenged':
      return answer.challenge
    case 'accepted':
      return 'accepted'
    case 'tokens':
      return 'tokens'
    case 'refused':
      return answer.error
    case 'unreadable':
      return 'unreadable answer'
    case 'failed':
      return 'no answer'
    case 'not captured':
      return 'not captured'
    case undefined:
      return undefined
  }
}

/** Characters of a card's text; a longer one would push everything else out of sight. */
const maxText = 2000

function shortened(text: string): string {
  if (text.length <= maxText) return text
  const length = text.length.toLocaleString('en')
  return `${text.slice(0, maxText)}… (${length} characters; the inspector has the whole answer)`
}

/** What happened in a step, in a sentence or two from the catalogue. */
export function sentenceOfStep(step: TimelineStep, flow: string): string {
  if (step.status === 'waiting')
    return shortened(
      challenges.get(step.challenge ?? '')?.promptText(step.pending?.parameters ?? {}) ??
        'This challenge is not in the catalogue. Its parameters are below; enter any ChallengeResponses.',
    )
  const called = accountOperations.get(step.challenge === undefined ? (step.operation ?? '') : '')
  if (called && (step.answer?.kind === 'accepted' || step.answer?.kind === 'tokens'))
    return called.done
  const sent = called ? `${called.title}.` : sentenceOfCall(step, flow)
  switch (step.answer?.kind) {
    case 'accepted':
      return `${sent} It succeeded.`
    case 'tokens':
      return `${sent} Signed in.`
    case undefined:
      if (step.status === 'cancelled') return 'Cancelled before it was answered.'
      return step.status === 'failed' ? 'Ended without an answer.' : `${sent} Waiting for Cognito.`
    case 'refused':
    case 'unreadable':
    case 'failed':
    case 'challenged':
      return sent
    case 'not captured':
      return [`${sent} The answer was not captured.`, step.answer.reason, step.answer.advice]
        .filter(Boolean)
        .join(' ')
  }
}

function sentenceOfCall({ challenge, operation }: TimelineStep, flow: string): string {
  if (operation === undefined) return 'Preparing.'
  if (challenge === undefined)
    return `${flows.get(flow)?.title ?? flow}${operation.startsWith('Admin') ? ', as the administrator' : ''}.`
  if (!operation.endsWith('RespondToAuthChallenge'))
    return `${operation}, called before the answer.`
  return challenges.get(challenge)?.answered ?? 'Answer sent.'
}

/** Which proxy the last attempt went through, and how long it took to connect. */
export function proxyOf({ attempts }: TimelineStep): string | undefined {
  const { connection, phases } = attempts.at(-1) ?? {}
  if (!connection?.proxy) return undefined
  const took = phases?.proxy === undefined ? '' : `, connected in ${shownDuration(phases.proxy)}`
  return `via the proxy ${connection.proxy.address}${took}`
}

/** One line for a screen reader when a step changes. */
export function announcementOf(
  step: TimelineStep,
  flow: string,
  causes: readonly DiagnosedCause[],
): string {
  const title =
    step.status === 'waiting'
      ? (challenges.get(step.challenge ?? '')?.title ?? step.challenge ?? '')
      : [step.operation, step.challenge].filter(Boolean).join(' ')
  const words = {
    running: 'running',
    done: 'answered',
    waiting: 'waiting for you',
    refused: 'refused',
    failed: 'failed',
    cancelled: 'cancelled',
    unknown: 'answer not captured',
  } as const
  const cause = causes.find((one) => one.step === step.number && one.verdict !== 'excluded')
  const why = cause?.title ?? sentenceOfStep(step, flow)
  return `Step ${String(step.number)}, ${title}: ${words[step.status]}. ${why}`
}

/** The message of the service or the network that a diagnosis is about. */
export function messageOf(answer: OpenAnswer | undefined): string {
  switch (answer?.kind) {
    case 'refused':
      return shortened(answer.message)
    case 'unreadable':
      return shortened(answer.detail)
    case 'failed':
      return shortened(answer.message)
    case 'challenged':
    case 'accepted':
    case 'tokens':
    case 'not captured':
    case undefined:
      return ''
  }
}

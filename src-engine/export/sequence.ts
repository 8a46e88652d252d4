import { chainStartText } from '../trace/origin-text.ts'
import type { Timeline, TimelineStep } from '../trace/timeline.ts'

/** Who takes part in a sign-in. */
export type Lane = 'application' | 'cognito' | 'trigger'

/** One arrow of a sequence diagram. */
export interface SequenceArrow {
  readonly from: Lane
  readonly to: Lane
  readonly text: string
  readonly isAnswer: boolean
  readonly tone: 'plain' | 'good' | 'bad'
}

/** Arrows of a chain of any length that one can still read. */
const maxSteps = 40
/** Characters that fit between two lanes; a service may name an error in as many as it likes. */
const maxTextLength = 76

/** A sign-in as the arrows of a sequence diagram. */
export function sequenceOf(view: Timeline): {
  readonly title: string
  readonly arrows: readonly SequenceArrow[]
  /** Steps that are left out at the end. */
  readonly left: number
} {
  const steps = view.steps.filter(({ operation }) => operation !== undefined)
  const { origin } = view
  return {
    title: [view.flow, origin.kind === 'performed' ? '' : chainStartText(origin.start)]
      .filter((part) => part !== '')
      .join(', '),
    arrows: steps
      .slice(0, maxSteps)
      .flatMap(arrowsOf)
      .map((arrow) => ({ ...arrow, text: shortText(arrow.text) })),
    left: Math.max(0, steps.length - maxSteps),
  }
}

const shortText = (text: string): string =>
  text.length > maxTextLength ? `${text.slice(0, maxTextLength - 1)}…` : text

function arrowsOf(step: TimelineStep): readonly SequenceArrow[] {
  const { attempts, challenge, operation = '', triggers } = step
  const tries = attempts.length > 1 ? ` (${String(attempts.length)} attempts)` : ''
  const answer = answerText(step)
  return [
    {
      from: 'application',
      to: 'cognito',
      text: `${operation}${challenge === undefined ? '' : ` ${challenge}`}${tries}`,
      isAnswer: false,
      tone: 'plain',
    },
    ...triggers.map(({ refusal, triggerSource }): SequenceArrow => ({
      from: 'cognito',
      to: 'trigger',
      text: refusal ? `${triggerSource}: ${refusal.error}` : triggerSource,
      isAnswer: false,
      tone: refusal ? 'bad' : 'plain',
    })),
    { from: 'cognito', to: 'application', isAnswer: true, ...answer },
  ]
}

/** What a call led to, in a few words. */
export function answerText({ answer }: TimelineStep): Pick<SequenceArrow, 'text' | 'tone'> {
  switch (answer?.kind) {
    case 'challenged':
      return { text: answer.challenge, tone: 'plain' }
    case 'tokens':
      return { text: 'tokens', tone: 'good' }
    case 'accepted':
      return { text: 'accepted', tone: 'good' }
    case 'refused':
      return { text: answer.error, tone: 'bad' }
    case 'failed':
      return { text: `no answer: ${answer.code}`, tone: 'bad' }
    case 'unreadable':
      return { text: `unreadable answer: ${answer.reason}`, tone: 'bad' }
    case 'not captured':
      return { text: 'not captured', tone: 'plain' }
    case undefined:
      return { text: 'not answered', tone: 'plain' }
  }
}

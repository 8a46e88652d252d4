import type { Outcome } from '#engine/sign-in/transition.ts'
import type { TraceEvent } from '#engine/trace/event.ts'

type Ended = Extract<TraceEvent, { type: 'ended' }>

/** What the last event of a trace says of an outcome; the message is not sealed yet. */
export function ended(outcome: Outcome): Pick<Ended, 'outcome' | 'message'> {
  switch (outcome.kind) {
    case 'tokens':
    case 'accepted':
      return { outcome: outcome.kind }
    case 'refused':
      return { outcome: 'refused', message: `${outcome.error}: ${outcome.message}` }
    case 'unreadable':
      return { outcome: 'failed', message: outcome.detail }
    case 'not sent':
      return { outcome: 'not sent', message: outcome.message }
    case 'failed':
      return {
        outcome: outcome.code === 'cancelled' ? 'cancelled' : 'failed',
        message: outcome.message,
      }
  }
}

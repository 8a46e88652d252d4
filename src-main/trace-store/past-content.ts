import type { SecretKind } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { PastStoredRun } from './trace-store.ts'

type PastContent = Pick<PastStoredRun, 'events' | 'secrets'>

const lookedAt: readonly SecretKind[] = ['password', 'client secret', 'refresh token']

/** A run that has ended, without what no later sign-in looks at: that is most of it. */
export function pastContentOf({ events, secrets }: PastContent): PastContent {
  return {
    events: events.flatMap(withoutBulk),
    secrets: new Map([...secrets].filter(([, { kind }]) => lookedAt.includes(kind))),
  }
}

function withoutBulk(event: TraceEvent): readonly TraceEvent[] {
  switch (event.type) {
    case 'computed':
    case 'facts':
    case 'triggered':
      return []
    case 'attempted': {
      // A refresh token is in the first request; nothing else of the calls is looked at.
      const { requestBody } = event.attempt
      if (!/refresh_?token/i.test(requestBody)) return []
      const { failure: _, response: __, ...attempt } = event.attempt
      return [{ ...event, attempt: { ...attempt, requestHeaders: [], connection: {} } }]
    }
    case 'prompted':
      return [{ ...event, parameters: {} }]
    case 'answered': {
      const { answer } = event
      if (answer.kind === 'challenged') return [{ ...event, answer: { ...answer, parameters: {} } }]
      if (answer.kind !== 'tokens') return [event]
      const tokens = answer.tokens.map(({ mark, use }) => ({ mark, use }))
      return [{ ...event, answer: { ...answer, tokens } }]
    }
    default:
      return [event]
  }
}

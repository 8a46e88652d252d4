import type { Computed } from '#engine/catalogue/computed.ts'
import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import type { Outcome } from '#engine/sign-in/transition.ts'
import type { Answer } from '#engine/wire/read-answer.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import { probeFlow } from '#engine/facts/probe-flow.ts'

/** A trace that begins with another call than a sign-in’s, and what is told of its answer. */
export interface FirstCall {
  readonly request: WireRequest
  readonly answered: (answer: Answer | TransportFailure) => void
}

/** What was made for a call, milliseconds included. */
export interface ComputedForCall extends Pick<Computed, 'shown'> {
  readonly what: string
  readonly durationMs: number
}

/** How a trace ends that began with another call than a sign-in’s. */
export function outcomeOfCall(answer: Answer | TransportFailure, flow: string): Outcome {
  // A probe asks for refusals: any answer of the service is a good one.
  if (flow === probeFlow && (answer.kind === 'refused' || answer.kind === 'challenged'))
    return { kind: 'accepted' }
  if (answer.kind === 'tokens') return { ...answer, username: '' }
  if (answer.kind !== 'challenged') return answer
  const detail = 'The response is a challenge, which this operation never has: check the endpoint.'
  return { kind: 'unreadable', reason: 'not cognito', status: 200, detail }
}

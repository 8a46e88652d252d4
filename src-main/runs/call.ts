import { probeFlow } from '#engine/facts/probe-flow.ts'
import type { Computed } from '#engine/catalogue/computed.ts'
import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import type { Answer } from '#engine/wire/read-answer.ts'
import type { WireRequest } from '#engine/wire/request.ts'

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

/** What the answer to a first call makes of its trace: a probe asks for refusals, which end it well. */
export function endingAnswer(
  answer: Answer | TransportFailure,
  flow: string,
): Answer | TransportFailure {
  const isGood = answer.kind === 'refused' || answer.kind === 'challenged'
  return flow === probeFlow && isGood ? { kind: 'accepted', values: {}, members: {} } : answer
}

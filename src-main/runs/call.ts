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

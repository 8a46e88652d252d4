import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import type { Answer } from '#engine/wire/read-answer.ts'
import type { WireRequest } from '#engine/wire/request.ts'

/** The user of a probe, who cannot exist: everything about them is random. */
export interface ProbeUser {
  readonly name: string
  readonly password: string
  /** Hex of a right SRP_A. */
  readonly srpA: string
}

/** One call that a probe may make. */
export interface ProbeCall {
  readonly id: string
  /** What is sent, as in “InitiateAuth, USER_SRP_AUTH”. */
  readonly title: string
  /** What it costs the pool, in a sentence. */
  readonly cost: string
  /** False where the call has nothing to find out. */
  readonly applies: (client: AppClient) => boolean
  readonly request: (client: AppClient, user: ProbeUser) => WireRequest
}

/** An answer to one call of a probe. */
export type ProbeAnswer = Answer | TransportFailure

/** The refusal in an answer as `Exception: text`; empty where it is none. */
export const refusalText = (answer: ProbeAnswer | undefined): string =>
  answer?.kind === 'refused' ? `${answer.error}: ${answer.message}` : ''

import type { RequestFault } from '#engine/catalogue/define-request-fault.ts'
import { requestFaults } from '#engine/catalogue/fault-injection/index.ts'
import { revealText, type Secret } from '#engine/secret/secret.ts'
import type { PendingChallenge } from '#engine/catalogue/pending-challenge.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import type { RunRequest } from './run-dependencies.ts'

/** A call with a fault in it, and what to say of it. */
export interface FaultyRequest {
  readonly request: WireRequest
  readonly title: string
}

/** Makes the fault that was chosen for a sign-in: once, in the first call with a place for it. */
export class PlannedFault {
  readonly #start: RunRequest
  /** Newest first. */
  readonly #sentSessions: Secret[] = []
  #chosen: RequestFault | undefined

  constructor(start: RunRequest) {
    this.#start = start
    this.choose(start.fault)
  }

  /** Another one for the next call with a place for it; without a name the old one stays. */
  choose(name: string | undefined): void {
    if (name !== undefined) this.#chosen = requestFaults.get(name)
  }

  /** The call with the fault; nothing where it has no place, or was made before. */
  inject(
    request: WireRequest,
    answering?: PendingChallenge,
    session?: Secret,
  ): FaultyRequest | undefined {
    const { client, input } = this.#start
    const fault = this.#chosen
    const wrong = fault?.make(request, {
      client,
      ...(answering && { challenge: answering.name, parameters: answering.parameters }),
      typedName: revealText(input.parameters['USERNAME'] ?? ''),
      spentSessions: this.#sentSessions,
    })
    if (session) this.#sentSessions.unshift(session)
    if (!fault || !wrong) return undefined
    this.#chosen = undefined
    return { request: wrong, title: fault.title }
  }
}

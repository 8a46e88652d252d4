import type { Mistake } from '#engine/catalogue/define-mistake.ts'
import { mistakes } from '#engine/catalogue/mistakes/index.ts'
import { revealText, type Secret } from '#engine/secret/secret.ts'
import type { Asked } from '#engine/sign-in/context.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import type { RunStart } from './run-parts.ts'

/** A call with a mistake in it, and what to say of it. */
export interface Spoiled {
  readonly request: WireRequest
  readonly title: string
}

/** Makes the mistake that was chosen for a sign-in: once, in the first call with a place for it. */
export class ChosenMistake {
  readonly #start: RunStart
  /** Newest first. */
  readonly #sentSessions: Secret[] = []
  #chosen: Mistake | undefined

  constructor(start: RunStart) {
    this.#start = start
    this.choose(start.mistake)
  }

  /** Another one for the next call with a place for it; without a name the old one stays. */
  choose(name: string | undefined): void {
    if (name !== undefined) this.#chosen = mistakes.get(name)
  }

  /** The call with the mistake; nothing where it has no place, or was made before. */
  spoil(request: WireRequest, answering?: Asked, session?: Secret): Spoiled | undefined {
    const { client, input } = this.#start
    const mistake = this.#chosen
    const wrong = mistake?.make(request, {
      client,
      ...(answering && { challenge: answering.name, parameters: answering.parameters }),
      typedName: revealText(input.parameters['USERNAME'] ?? ''),
      spentSessions: this.#sentSessions,
    })
    if (session) this.#sentSessions.unshift(session)
    if (!mistake || !wrong) return undefined
    this.#chosen = undefined
    return { request: wrong, title: mistake.title }
  }
}

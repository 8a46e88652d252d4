import { mistakes } from '#engine/catalogue/mistakes/index.ts'
import { revealText, type Secret } from '#engine/secret/secret.ts'
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
  #made = false

  constructor(start: RunStart) {
    this.#start = start
  }

  /** The call with the mistake; nothing where it has no place, or was made before. */
  spoil(request: WireRequest, challenge?: string, session?: Secret): Spoiled | undefined {
    const { client, input, mistake: name = '' } = this.#start
    const mistake = this.#made ? undefined : mistakes.get(name)
    const wrong = mistake?.make(request, {
      client,
      ...(challenge !== undefined && { challenge }),
      typedName: revealText(input.parameters['USERNAME'] ?? ''),
      spentSessions: this.#sentSessions,
    })
    if (session) this.#sentSessions.unshift(session)
    if (!mistake || !wrong) return undefined
    this.#made = true
    return { request: wrong, title: mistake.title }
  }
}

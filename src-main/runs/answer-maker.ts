import { challenges } from '#engine/catalogue/challenges/index.ts'
import type { AnswerContext, Automatic } from '#engine/catalogue/define-challenge.ts'
import type {
  AppClient,
  Asked,
  Known,
  Made,
  NotMade,
  Ports,
  WireValues,
} from '#engine/sign-in/context.ts'
import { learned } from '#engine/sign-in/learned.ts'
import type { SrpKeyPair } from '#engine/srp/client.ts'

/** What the answers of one sign-in are made with. */
export interface AnswerMakerParts {
  readonly client: AppClient
  readonly known: Known
  /** Which challenges wait for a person though they could be answered: those that are `false`. */
  readonly automatic: Readonly<Partial<Record<Automatic, boolean>>>
  readonly ports: Ports
}

/** A server that asks the same thing for ever must not be answered for ever. */
const mostAutomaticAnswers = 10

/** Makes answers for one sign-in, and remembers what later ones continue with. */
export class AnswerMaker {
  readonly #parts: AnswerMakerParts
  #known: Known
  #srp: SrpKeyPair | undefined
  #automaticAnswers = 0
  #prepared: { readonly asked: Asked; readonly made: Made } | undefined
  /** Whether the newest answer was made here, also where a person asked for it. */
  #computed = false

  constructor(parts: AnswerMakerParts) {
    this.#parts = parts
    this.#known = parts.known
  }

  /** What a person gave counts for later answers, too. */
  learn(given: WireValues): void {
    this.#known = learned(this.#known, given)
    this.#computed = false
  }

  /** Later proofs continue with the key pair whose A goes out now. */
  continueWith({ srp }: Made): void {
    if (srp) this.#srp = srp
  }

  /** Keeps an automatic answer that a person may change before it goes out. */
  prepare(asked: Asked, made: Made): void {
    this.#prepared = { asked, made }
  }

  /** Makes what the values that a person gave still lack: of what was prepared, if anything was. */
  complete(asked: Asked, given: WireValues): Made | NotMade | undefined {
    const prepared = this.#prepared?.asked === asked ? this.#prepared.made : undefined
    this.#prepared = undefined
    if (prepared)
      return {
        ...prepared,
        values: { ...prepared.values, ...given },
        shown: byHand(given, prepared.values),
      }
    return challenges.get(asked.name)?.complete?.(this.#contextOf(asked), given)
  }

  /** The automatic answer, whatever its switch says; nothing where there is none. */
  async automatic(asked: Asked): Promise<Made | NotMade | undefined> {
    const made = await challenges.get(asked.name)?.automatic?.answer(this.#contextOf(asked))
    if (made && !('missing' in made)) this.#computed = true
    return made
  }

  /**
   * The answer that goes out by itself; or why none does, where there could be one.
   * @param again the last answer to the same challenge was refused
   */
  async byItself(asked: Asked, again: boolean): Promise<Made | NotMade | undefined> {
    const automatic = challenges.get(asked.name)?.automatic
    if (!automatic || automatic.onRequest) return undefined
    if (this.#parts.automatic[automatic.by] === false)
      return { missing: 'The switch for automatic answers is off.' }
    if (again && this.#computed)
      return {
        missing: 'The automatic answer was refused, so it is not sent a second time by itself.',
      }
    if (this.#automaticAnswers >= mostAutomaticAnswers)
      return {
        missing: `${String(mostAutomaticAnswers)} automatic answers in one sign-in are enough; go on by hand.`,
      }
    const made = await this.automatic(asked)
    if (made && !('missing' in made)) this.#automaticAnswers += 1
    return made
  }

  #contextOf({ parameters, username }: Asked): AnswerContext {
    const { client, ports } = this.#parts
    const srp = this.#srp
    return { client, known: this.#known, parameters, username, ports, ...(srp && { srp }) }
  }
}

/** What was given in place of what was computed; a form gives the rest back as it was. */
const byHand = (given: WireValues, computed: WireValues): Made['shown'] =>
  Object.entries(given).flatMap(([name, value]) =>
    value === computed[name] ? [] : [{ name, value, note: 'given by hand' }],
  )

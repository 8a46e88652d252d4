import { challenges } from '#engine/catalogue/challenges/index.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { Automatic } from '#engine/catalogue/automatic-answers/index.ts'
import type { AnswerContext } from '#engine/catalogue/define-challenge.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import type { PendingChallenge } from '#engine/catalogue/pending-challenge.ts'
import type { Known } from '#engine/catalogue/known.ts'
import type { Computed, NotComputable } from '#engine/catalogue/computed.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import { nextOfScript, type AnswerScript } from '#engine/redrive/answer-script.ts'
import { withNewSecrets } from '#engine/sign-in/known-secrets.ts'
import type { SrpKeyPair } from '#engine/srp/client.ts'

/** What the answers of one sign-in are made with. */
export interface AnswerComputerDependencies {
  readonly client: AppClient
  readonly known: Known
  /** Which challenges wait for a person though they could be answered: those that are `false`. */
  readonly automatic: Readonly<Partial<Record<Automatic, boolean>>>
  readonly ports: Ports
  /** Answers of an earlier sign-in, which are given in the place of automatic ones. */
  readonly script?: AnswerScript | undefined
  /** Which challenge is left unanswered, from 1; none by default. */
  readonly stopAt?: number | undefined
}

/** An answer that no person gives. */
export interface AutomaticAnswer extends Computed {
  readonly clientMetadata?: Readonly<Record<string, string>>
}

/** A server that asks the same thing forever must not be answered forever. */
const maxAutomaticAnswers = 10

/** Makes answers for one sign-in, and remembers what later ones continue with. */
export class AnswerComputer {
  readonly #parts: AnswerComputerDependencies
  #known: Known
  #srp: SrpKeyPair | undefined
  #srpKey: Secret | undefined
  #automaticAnswers = 0
  #challenges = 0
  /** How many answers of the script are used up. */
  #scripted = 0
  #prepared: { readonly pending: PendingChallenge; readonly computed: Computed } | undefined
  /** Whether the newest answer was made here, also where a person asked for it. */
  #computed = false

  constructor(parts: AnswerComputerDependencies) {
    this.#parts = parts
    this.#known = parts.known
  }

  /** What a person gave counts for later answers, too. */
  addSecrets(inputs: WireValues): void {
    this.#known = withNewSecrets(this.#known, inputs)
    this.#computed = false
  }

  /** The secrets with which answers are computed. */
  get known(): Known {
    return this.#known
  }

  /** K of the newest SRP exchange that was computed here, in hex. */
  get srpKey(): Secret | undefined {
    return this.#srpKey
  }

  /** Later proofs continue with the key pair whose A is sent now. */
  continueWith({ shown, srp }: Computed): void {
    if (srp) this.#srp = srp
    const key = shown.find(({ name }) => name === 'K')?.value
    if (key instanceof Secret) this.#srpKey = key
  }

  /** Keeps an automatic answer that a person may change before it is sent. */
  prepare(pending: PendingChallenge, computed: Computed): void {
    this.#prepared = { pending, computed }
  }

  /** Makes what the entered values still lack: of what was prepared, if anything was. */
  complete(pending: PendingChallenge, inputs: WireValues): Computed | NotComputable | undefined {
    const prepared = this.#prepared?.pending === pending ? this.#prepared.computed : undefined
    this.#prepared = undefined
    if (prepared)
      return {
        ...prepared,
        values: { ...prepared.values, ...inputs },
        shown: enteredManually(inputs, prepared.values),
      }
    return challenges.get(pending.name)?.complete?.(this.#contextOf(pending), inputs)
  }

  /** The automatic answer, whatever its switch says; nothing where there is none. */
  async automatic(pending: PendingChallenge): Promise<Computed | NotComputable | undefined> {
    const computed = await challenges.get(pending.name)?.automatic?.answer(this.#contextOf(pending))
    if (computed && !('missing' in computed)) this.#computed = true
    return computed
  }

  /**
   * The automatic answer; or why there is none, where there could be one.
   * @param again the last answer to the same challenge was refused
   */
  async automaticAnswer(
    pending: PendingChallenge,
    again: boolean,
  ): Promise<AutomaticAnswer | NotComputable | undefined> {
    if (!again) this.#challenges += 1
    if (this.#challenges === this.#parts.stopAt)
      return { missing: 'This sign-in was to stop at this challenge.' }
    if (this.#parts.script) return this.#scriptedAnswer(this.#parts.script, pending, again)
    const automatic = challenges.get(pending.name)?.automatic
    if (!automatic || automatic.onRequest) return undefined
    if (this.#parts.automatic[automatic.by] === false)
      return { missing: 'The switch for automatic answers is off.' }
    if (again && this.#computed)
      return {
        missing: 'The automatic answer was rejected, so it is not sent again.',
      }
    if (this.#automaticAnswers >= maxAutomaticAnswers)
      return {
        missing: `${String(maxAutomaticAnswers)} automatic answers were sent in this sign-in, which is the limit; continue manually.`,
      }
    const computed = await this.automatic(pending)
    if (computed && !('missing' in computed)) this.#automaticAnswers += 1
    return computed
  }

  async #scriptedAnswer(
    script: AnswerScript,
    pending: PendingChallenge,
    again: boolean,
  ): Promise<AutomaticAnswer | NotComputable> {
    const next = nextOfScript(script, this.#scripted, pending.name, again)
    this.#scripted = next.used
    if ('wait' in next) return { missing: next.wait }
    const { clientMetadata, how, values } = next.answer
    const own = Object.entries(values).map(([name, value]) => {
      return { name, value, note: 'from the earlier run, or edited' }
    })
    if (how === 'computed') {
      const computed = await this.automatic(pending)
      if (!computed) return { missing: 'This challenge has no automatic answer.' }
      if ('missing' in computed) return computed
      const shown = [...computed.shown, ...own]
      return { ...computed, values: { ...computed.values, ...values }, shown, clientMetadata }
    }
    this.addSecrets(values)
    const computed = this.complete(pending, values)
    if (computed && 'missing' in computed) return computed
    return { values, shown: own, ...computed, clientMetadata }
  }

  #contextOf({ parameters, username }: PendingChallenge): AnswerContext {
    const { client, ports } = this.#parts
    const srp = this.#srp
    return { client, known: this.#known, parameters, username, ports, ...(srp && { srp }) }
  }
}

/** What was entered instead of the computed values; a form returns the rest unchanged. */
const enteredManually = (inputs: WireValues, computed: WireValues): Computed['shown'] =>
  Object.entries(inputs).flatMap(([name, value]) =>
    value === computed[name] ? [] : [{ name, value, note: 'entered manually' }],
  )

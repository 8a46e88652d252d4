import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { ChainStart, Link } from '../trace/origin.ts'
import { linksOf, type CallLinks, type LinkingValue } from './linking-values.ts'
import type { RecordedCall } from './recorded-call.ts'

/** Where a call belongs. */
export interface Placement {
  /** Counts the chains of this builder from 1. */
  readonly chain: number
  /** Counts the calls of the chain from 1; an attempt sent again has the step of the first. */
  readonly step: number
  /** Counts the attempts of the step from 1. */
  readonly attempt: number
  /** What ties the call to its chain; absent for the first call. */
  readonly link?: Link
  /** Given with the first call of a chain. */
  readonly start?: ChainStart
}

interface Chain {
  readonly id: number
  readonly keys: Set<string>
  readonly names: Set<string>
  clientId: string | undefined
  steps: number
  /** What the newest answer asked; nothing when it asked none. */
  challenge: string | undefined
  readonly answered: Set<string>
  hasTokens: boolean
  /** Whether the newest answer was a refusal. */
  refused: boolean
  /** False when the newest answer was not captured, so that it may have asked or offered anything. */
  answerCaptured: boolean
}

interface Step {
  readonly chain: Chain
  readonly step: number
  attempts: number
}

/** Operations that answer a challenge, or come between one and its answer. */
const continuing: ReadonlySet<string> = new Set([
  'RespondToAuthChallenge',
  'AdminRespondToAuthChallenge',
  'AssociateSoftwareToken',
  'VerifySoftwareToken',
])

/** Operations with which a story can begin. */
const beginning: ReadonlySet<string> = new Set(['InitiateAuth', 'AdminInitiateAuth', 'SignUp'])

/** The AWS SDKs send it with each attempt of a call, the same each time. */
const headerOfRetries = 'amz-sdk-invocation-id'

/** Calls of which further attempts are recognised, the newest ones: a retry comes soon or never. */
const maxRetries = 1000

/**
 * Puts single calls together to chains, one at a time and in the order in which they were made:
 * several users and programs may be interleaved. A value that the service gave out and that a later
 * request carries ties the two; where the recording lacks such values, the only chain that can be
 * meant is taken, and the placement says so.
 *
 * Values are kept as digests: the builder contains no secret.
 */
export class ChainBuilder {
  readonly #chains = new Map<number, Chain>()
  readonly #byKey = new Map<string, Chain>()
  readonly #retries = new Map<string, Step>()
  readonly #maxChains: number
  #count = 0

  /** @param maxChains how many chains can be continued; the least recently used is dropped first */
  constructor(maxChains = Number.POSITIVE_INFINITY) {
    this.#maxChains = maxChains
  }

  /** Finds the chain that a call belongs to, or begins one. */
  place(call: RecordedCall): Placement {
    const invocation = invocationOf(call)
    const earlier = invocation === undefined ? undefined : this.#retries.get(invocation)
    const links = linksOf(call)
    if (earlier) {
      earlier.attempts += 1
      this.#take(earlier.chain, links)
      const { attempts, chain, step } = earlier
      return { chain: chain.id, step, attempt: attempts, link: 'retry' }
    }
    const found = this.#byValue(links) ?? this.#byOrder(links)
    const chain = found && 'chain' in found ? found.chain : this.#begin(links)
    chain.steps += 1
    this.#take(chain, links)
    if (invocation !== undefined) this.#remember(invocation, chain)
    this.#forgetOldest()
    const place = { chain: chain.id, step: chain.steps, attempt: 1 }
    if (found && 'chain' in found) return { ...place, link: found.link }
    return { ...place, start: startOf(links, found?.ambiguous ?? false) }
  }

  #byValue({ carried, offered }: CallLinks): { chain: Chain; link: Link } | undefined {
    for (const one of [...carried, ...offered.filter(({ link }) => link === 'SRP_A')]) {
      const chain = this.#byKey.get(keyOf(one))
      if (chain) return { chain, link: one.link }
    }
    return undefined
  }

  /**
   * The one chain that the call can continue, where the value that would tie them was not
   * captured on one of the two sides.
   */
  #byOrder(links: CallLinks): { chain: Chain; link: 'order' } | { ambiguous: true } | undefined {
    if (beginning.has(links.operation)) return undefined
    const isUnlinked = links.carried.length === 0
    if (isUnlinked && links.requestCaptured) return undefined
    const answering = continuing.has(links.operation)
    const candidates = [...this.#chains.values()].filter((chain) => {
      if (differ(chain.clientId, links.clientId)) return false
      const named = links.names.filter((name) => chain.names.has(name))
      if (links.names.length > 0 && chain.names.size > 0 && named.length === 0 && !isUnlinked)
        return false
      if (answering && differ(chain.challenge, links.answeredChallenge)) return false
      // The second answer to one challenge carries the values of the first, and is found by them.
      if (!isUnlinked && chain.answered.has(links.answeredChallenge ?? '')) return false
      if (!chain.answerCaptured) return !answering || !chain.hasTokens
      // Everything that a captured answer gave is known: a value that is not among it is of others.
      if (!isUnlinked) return false
      return answering ? chain.challenge !== undefined : chain.hasTokens
    })
    if (candidates.length === 0) return undefined
    const open = candidates.length === 1 ? candidates : candidates.filter(({ refused }) => !refused)
    return open[0] && open.length === 1 ? { chain: open[0], link: 'order' } : { ambiguous: true }
  }

  #begin(links: CallLinks): Chain {
    const chain: Chain = {
      id: (this.#count += 1),
      keys: new Set(),
      names: new Set(),
      clientId: links.clientId,
      steps: 0,
      challenge: undefined,
      answered: new Set(),
      hasTokens: false,
      refused: false,
      answerCaptured: true,
    }
    return chain
  }

  #take(chain: Chain, links: CallLinks): void {
    for (const one of [...links.carried, ...links.offered]) {
      const key = keyOf(one)
      if (this.#byKey.has(key)) continue
      this.#byKey.set(key, chain)
      chain.keys.add(key)
    }
    for (const name of links.names) chain.names.add(name)
    chain.clientId ??= links.clientId
    chain.challenge = links.challenge ?? (links.gaveTokens ? undefined : chain.challenge)
    // Its rounds are answered one after another, each with a session of its own.
    if (links.answeredChallenge !== undefined && links.answeredChallenge !== 'CUSTOM_CHALLENGE')
      chain.answered.add(links.answeredChallenge)
    chain.hasTokens ||= links.gaveTokens
    chain.refused = links.refused
    chain.answerCaptured = links.answerCaptured
    // The newest is last, so that the first is the one that rested longest.
    this.#chains.delete(chain.id)
    this.#chains.set(chain.id, chain)
  }

  #forgetOldest(): void {
    for (const [id, chain] of this.#chains) {
      if (this.#chains.size <= this.#maxChains) return
      this.#chains.delete(id)
      for (const key of chain.keys) this.#byKey.delete(key)
    }
  }

  #remember(invocation: string, chain: Chain): void {
    this.#retries.set(invocation, { chain, step: chain.steps, attempts: 1 })
    const [oldest] = this.#retries.keys()
    if (oldest !== undefined && this.#retries.size > maxRetries) this.#retries.delete(oldest)
  }
}

function startOf(
  { carried, operation, requestCaptured }: CallLinks,
  ambiguous: boolean,
): ChainStart {
  const [missing] = carried
  if (missing) return { kind: 'began before', missing: missing.link }
  if (beginning.has(operation)) return { kind: 'whole' }
  if (ambiguous) return { kind: 'alone', why: 'ambiguous' }
  return { kind: 'alone', why: requestCaptured ? 'no link' : 'not captured' }
}

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other

const keyOf = ({ link, value }: LinkingValue): string =>
  bytesToHex(sha256(utf8ToBytes(`${link} ${value}`)).subarray(0, 16))

function invocationOf({ request, retryKey }: RecordedCall): string | undefined {
  if (retryKey !== undefined) return retryKey
  const found = request.headers?.find(([name]) => name.toLowerCase() === headerOfRetries)
  return found?.[1]
}

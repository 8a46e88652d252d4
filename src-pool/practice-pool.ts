import type { Configuration } from './configuration/configuration.ts'
import { administrativeOperations } from './administration/index.ts'
import { describePool, type PoolDescription } from './description.ts'
import { operations } from './operations/index.ts'
import { administrationRefusals } from './refusals/administration.ts'
import { refusals } from './refusals/catalogue.ts'
import { refuse, Refusal, type RefusalText } from './refusals/refusal.ts'
import type { JsonObject } from './requests/members.ts'
import type { OutboxMessage } from './state/outbox.ts'
import type { Ports } from './state/ports.ts'
import { practiceState, type PracticeState } from './state/practice-state.ts'
import { jwks } from './tokens/signing-keys.ts'
import { wellKnownDocument } from './tokens/well-known.ts'
import { createActiveTroubles, type ActiveTroubles } from './trouble/active-troubles.ts'
import { byHand, type ByHand } from './trouble/by-hand.ts'

/** What a call is answered with. */
export type PoolAnswer =
  | {
      readonly status: 200
      /** Undefined where the service answers with an empty body. */
      readonly body: object | undefined
    }
  | {
      readonly status: 400 | 500
      readonly refusal: RefusalText
      /** What went wrong in the pool itself; never sent. */
      readonly fault?: unknown
    }

/** What happened in the pool, for whoever watches it. */
export type PracticeEvent =
  | {
      readonly kind: 'call'
      readonly operation: string
      readonly status: number
      /** The exception's name, when the call was refused. */
      readonly refusal?: string
      /** A mistake of ours, behind an InternalErrorException. */
      readonly fault?: unknown
    }
  | { readonly kind: 'message'; readonly message: OutboxMessage }
  | { readonly kind: 'reset' }
  /** A trouble began, ended or hit a call. */
  | { readonly kind: 'trouble' }
  /** Somebody changed a pool from outside. */
  | { readonly kind: 'configured' }

/** The practice pool without its HTTP face: calls in, answers out. */
export interface PracticePool extends ByHand {
  /** What goes wrong on purpose; those of the HTTP face are acted out there. */
  readonly troubles: ActiveTroubles
  /** Milliseconds since 1970, by the pool's clock, which may be wrong on purpose. */
  readonly now: () => number
  /**
   * Performs an operation. Never throws: a mistake of ours is an InternalErrorException.
   * @param operation the part of X-Amz-Target after the dot
   * @param body the request's body, JSON text
   * @param isSigned whether the request has a signature of AWS; any will do
   */
  readonly call: (operation: string, body: string, isSigned?: boolean) => Promise<PoolAnswer>
  /** The JWKS or OpenID document at a path, or undefined where there is none. */
  readonly document: (path: string) => Promise<object | undefined>
  /** Every pool with its clients and users, for people and for the command line. */
  readonly describe: () => readonly PoolDescription[]
  /** The messages sent since the start or the last reset, oldest first. */
  readonly outbox: () => readonly OutboxMessage[]
  /** How often each operation was called that the pool does not know. */
  readonly unknownOperations: () => Readonly<Record<string, number>>
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: (event: PracticeEvent) => void) => () => void
  /** Makes the signing keys (a few hundred milliseconds, off this thread) before they are needed. */
  readonly prepare: () => Promise<void>
  /** Puts everything back as the configuration has it, but for the signing keys. */
  readonly reset: () => void
}

/**
 * Sets up the pools of a configuration.
 * @param endpoint where they will answer, without a slash at the end
 */
export function createPracticePool(
  configuration: Configuration,
  given: Ports,
  endpoint: string,
): PracticePool {
  const listeners = new Set<(event: PracticeEvent) => void>()
  const tell = (event: PracticeEvent) => {
    for (const listener of listeners) listener(event)
  }
  const troubles = createActiveTroubles(given.randomBytes, () => {
    tell({ kind: 'trouble' })
  })
  troubles.only(configuration.troubles)
  const ports: Ports = {
    ...given,
    now: () => given.now() + troubles.clockAhead(),
    risk: troubles.risk,
  }
  const fresh = (earlier?: PracticeState) =>
    practiceState(
      configuration,
      ports,
      endpoint,
      (message) => {
        tell({ kind: 'message', message })
      },
      earlier,
    )
  const known = new Map(
    [...operations, ...administrativeOperations].map((operation) => [operation.name, operation]),
  )
  const unknown = new Map<string, number>()
  let state = fresh()

  const perform = async (name: string, body: string, isSigned: boolean): Promise<PoolAnswer> => {
    try {
      const [befallen] = troubles.befall(name, ['refusal'])
      if (befallen) return befallen
      const operation = known.get(name)
      if (!operation) {
        unknown.set(name, (unknown.get(name) ?? 0) + 1)
        refuse(refusals.unknownOperation)
      }
      if (operation.isSigned && !isSigned) refuse(administrationRefusals.signatureMissing)
      return { status: 200, body: await operation.call(state, parsed(body)) }
    } catch (error) {
      return error instanceof Refusal
        ? { status: 400, refusal: error.text }
        : { status: 500, refusal: refusals.internalError, fault: error }
    }
  }

  return {
    ...byHand(
      () => state,
      () => {
        tell({ kind: 'configured' })
      },
    ),
    troubles,
    now: ports.now,
    async call(operation, body, isSigned = false) {
      const answer = await perform(operation, body, isSigned)
      const { status } = answer
      const refused = 'refusal' in answer ? { refusal: answer.refusal.type } : {}
      const failed = 'fault' in answer ? { fault: answer.fault } : {}
      tell({ kind: 'call', operation, status, ...refused, ...failed })
      return answer
    },
    document: (path) => wellKnownDocument(state, path),
    describe: () => state.pools.map((pool) => describePool(state, pool)),
    outbox: () => [...state.outbox],
    unknownOperations: () => Object.fromEntries(unknown),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async prepare() {
      await Promise.all(state.pools.map(({ keys }) => jwks(keys)))
    },
    reset() {
      troubles.only(configuration.troubles)
      state = fresh(state)
      unknown.clear()
      tell({ kind: 'reset' })
    },
  }
}

function parsed(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as JsonObject
  } catch {
    // Not JSON; refused below.
  }
  return refuse(refusals.serialization())
}

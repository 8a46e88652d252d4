import type { Configuration } from '../configuration/configuration.ts'
import { administrativeOperations } from '../administration/index.ts'
import { describePool, type PoolDescription } from './description.ts'
import { assertReplicaPerforms } from '../operations/replica-operations.ts'
import { operations } from '../operations/index.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse, Refusal, type RefusalText } from '../refusals/refusal.ts'
import type { Operation } from '../operations/operation.ts'
import { membersWithoutEffect, type JsonObject } from '../requests/members.ts'
import type { OutboxMessage } from '../state/outbox.ts'
import type { Ports } from '../state/ports.ts'
import { practiceState } from '../state/practice-state.ts'
import { poolOfRequest } from '../state/pool-of-request.ts'
import { inRegionOfReplica } from '../state/secondary-pool.ts'
import { jwks } from '../state/signing-keys.ts'
import { wellKnownDocument } from '../tokens/well-known.ts'
import type { TriggerName } from '../triggers/index.ts'
import type { Version } from '../triggers/pre-token-generation.ts'
import { TriggerSourceError } from '../triggers/trigger-source-error.ts'
import { withPowersOfG } from '../credentials/powers-of-g.ts'
import { createSandbox } from '../triggers/sandbox.ts'
import { hasTriggers } from '../invocation/trigger-function.ts'
import { trial } from '../invocation/trial.ts'
import type { TriggerExecution } from '../triggers/trigger-execution.ts'
import { createSrpXray, type SrpXray } from '../srp-xray/srp-xray.ts'
import { createActiveFaults, type ActiveFaults } from '../faults/active-faults.ts'
import { manualControls, type ManualControls } from '../controls/manual-controls.ts'

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
      /** A fault of ours, behind an InternalErrorException. */
      readonly fault?: unknown
    }
  | { readonly kind: 'message'; readonly message: OutboxMessage }
  | { readonly kind: 'trigger'; readonly run: TriggerExecution }
  /** A call sent members that have no effect here, stored or not; reported once for each. */
  | {
      readonly kind: 'without effect'
      readonly operation: string
      /** As in `ContextData.ServerName`. */
      readonly members: readonly string[]
    }
  | { readonly kind: 'reset' }
  /** A fault began, ended or hit a call. */
  | { readonly kind: 'fault' }
  /** Somebody changed a pool from outside. */
  | { readonly kind: 'configured' }

/** The practice pool without its HTTP adapter: calls in, answers out. */
export interface PracticePool extends ManualControls {
  /** What goes wrong on purpose; those of the HTTP adapter are acted out there. */
  readonly faults: ActiveFaults
  /** Finds out what is wrong with another program’s SRP; off at first. */
  readonly srpXray: Pick<SrpXray, 'isOn' | 'reports' | 'turn'>
  /** Milliseconds since 1970, by the pool's clock, which may be wrong on purpose. */
  readonly now: () => number
  /**
   * Performs an operation. Never throws: a fault of ours is an InternalErrorException.
   * @param operation the part of X-Amz-Target after the dot
   * @param body the request's body, JSON text
   * @param signedFor the region that the request is signed for, by any key; empty when it is not signed
   * @param requestId the x-amzn-RequestId that the answer will have
   * @param replicaRegion the region of the replicas whose address the call came to, if it did
   */
  readonly call: (
    operation: string,
    body: string,
    signedFor?: string,
    requestId?: string,
    replicaRegion?: string,
  ) => Promise<PoolAnswer>
  /** The JWKS or OpenID document at a path, or undefined where there is none. */
  readonly document: (path: string, replicaRegion?: string) => Promise<object | undefined>
  /** Every pool with its clients and users, for people and for the command line. */
  readonly describe: () => readonly PoolDescription[]
  /** The messages sent since the start or the last reset, oldest first. */
  readonly outbox: () => readonly OutboxMessage[]
  /** How often each operation was called that the pool does not know. */
  readonly unknownOperations: () => Readonly<Record<string, number>>
  /** Operations with the members that were sent and have no effect here. */
  readonly withoutEffect: () => readonly (readonly [
    operation: string,
    members: readonly string[],
  ])[]
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: (event: PracticeEvent) => void) => () => void
  /** Makes the signing keys (a few hundred milliseconds, off this thread) before they are needed. */
  readonly prepare: () => Promise<void>
  /** Puts everything back as the configuration has it, but for the signing keys. */
  readonly reset: () => void
  /**
   * Gives a pool another source of a trigger; undefined takes the trigger away. Where LambdaConfig
   * names a function, the source is that function's, for every pool that names it.
   * @throws TypeError when there is no such pool
   * @throws TriggerSourceError when the source does not parse; then nothing changes
   */
  readonly setTrigger: (
    userPoolId: string,
    name: TriggerName,
    source: string | undefined,
  ) => Promise<void>
  /**
   * Checks the JavaScript of the configuration file.
   * @throws TriggerSourceError for the first that does not parse
   */
  readonly checkFunctions: () => Promise<void>
  /**
   * Gives the event of a pool's PreTokenGeneration another version.
   * @throws TypeError when there is no such pool
   */
  readonly setPreTokenGenerationVersion: (userPoolId: string, version: Version) => void
  /**
   * Runs a source once on an event as the pool might send it, and changes nothing.
   * @throws TypeError when there is no such pool
   */
  readonly tryTrigger: (
    userPoolId: string,
    name: TriggerName,
    source: string,
  ) => Promise<TriggerExecution>
}

/**
 * Sets up the pools of a configuration.
 * @param endpoint where they will answer, without a slash at the end
 */
export function createPracticePool(
  configuration: Configuration,
  inputs: Ports,
  endpoint: string,
): PracticePool {
  const listeners = new Set<(event: PracticeEvent) => void>()
  const tell = (event: PracticeEvent) => {
    for (const listener of listeners) listener(event)
  }
  const sandbox = createSandbox()
  const srpXray = createSrpXray(inputs)
  const faults = createActiveFaults(inputs.randomBytes, () => {
    tell({ kind: 'fault' })
  })
  faults.only(configuration.faults)
  const ports: Ports = {
    ...inputs,
    modPow: withPowersOfG(inputs.modPow),
    now: () => inputs.now() + faults.clockAhead(),
    risk: faults.risk,
  }
  const fresh = () =>
    practiceState(
      configuration,
      ports,
      endpoint,
      {
        message: (message) => {
          tell({ kind: 'message', message })
        },
        trigger: (run) => {
          tell({ kind: 'trigger', run })
        },
      },
      { sandbox, srpXray },
    )
  const known = new Map(
    [...operations, ...administrativeOperations].map((operation) => [operation.name, operation]),
  )
  const unknown = new Map<string, number>()
  const withoutEffect = new Map<string, readonly string[]>()
  let state = fresh()

  const noteWithoutEffect = ({ name, input }: Operation, body: JsonObject) => {
    const told = withoutEffect.get(name) ?? []
    const members = membersWithoutEffect(input, body).filter((member) => !told.includes(member))
    if (members.length === 0) return
    withoutEffect.set(name, [...told, ...members])
    tell({ kind: 'without effect', operation: name, members })
  }

  const perform = async (
    name: string,
    body: string,
    signedFor: string,
    requestId: string,
    replicaRegion?: string,
  ): Promise<PoolAnswer> => {
    try {
      const [injectedFault] = faults.injectFault(name, ['refusal'])
      if (injectedFault) return injectedFault
      const operation = known.get(name)
      if (!operation) {
        unknown.set(name, (unknown.get(name) ?? 0) + 1)
        refuse(refusals.unknownOperation)
      }
      if (operation.isSigned && signedFor === '') refuse(administrationRefusals.signatureMissing)
      const input = parsed(body)
      noteWithoutEffect(operation, input)
      const here = replicaRegion === undefined ? state : inRegionOfReplica(state, replicaRegion)
      const pool = poolOfRequest(here, input)
      if (replicaRegion !== undefined) assertReplicaPerforms(operation, pool)
      if (pool && hasTriggers(here, pool)) await sandbox.load()
      return { status: 200, body: await operation.call({ ...here, requestId, signedFor }, input) }
    } catch (error) {
      return error instanceof Refusal
        ? { status: 400, refusal: error.text }
        : { status: 500, refusal: refusals.internalError, fault: error }
    }
  }

  const checkSource = async (name: string, source: string) => {
    await sandbox.load()
    const problem = sandbox.check(source)
    if (problem !== undefined) throw new TriggerSourceError(name, problem)
  }

  const poolOf = (userPoolId: string) => {
    const pool = state.pools.find(({ id }) => id === userPoolId)
    if (!pool) throw new TypeError(`there is no pool ${userPoolId}`)
    return pool
  }

  return {
    ...manualControls(
      () => state,
      () => {
        tell({ kind: 'configured' })
      },
    ),
    faults,
    srpXray: {
      ...srpXray,
      turn: (on) => {
        srpXray.turn(on)
        tell({ kind: 'configured' })
      },
    },
    now: ports.now,
    async setTrigger(userPoolId, name, source) {
      const pool = poolOf(userPoolId)
      if (source !== undefined) await checkSource(name, source)
      const { [name]: _, ...others } = pool.settings.triggers
      const arn = pool.settings.lambdaArns[name]
      const own = source !== undefined && arn === undefined
      pool.settings = { ...pool.settings, triggers: own ? { ...others, [name]: source } : others }
      if (arn !== undefined && source === undefined) Reflect.deleteProperty(state.functions, arn)
      if (arn !== undefined && source !== undefined) state.functions[arn] = source
      tell({ kind: 'configured' })
    },
    async checkFunctions() {
      const sources = [
        ...Object.entries(configuration.functions),
        ...configuration.pools.flatMap(({ id, triggers }) =>
          Object.entries(triggers).map(([name, source]) => [`${id}/${name}`, source] as const),
        ),
      ]
      for (const [name, source] of sources) await checkSource(name, source)
    },
    setPreTokenGenerationVersion(userPoolId, preTokenGenerationVersion) {
      const pool = poolOf(userPoolId)
      pool.settings = { ...pool.settings, preTokenGenerationVersion }
      tell({ kind: 'configured' })
    },
    async tryTrigger(userPoolId, name, source) {
      const pool = poolOf(userPoolId)
      await sandbox.load()
      return trial(state, pool, name, source)
    },
    async call(operation, body, signedFor = '', requestId = '', replicaRegion) {
      const answer = await perform(operation, body, signedFor, requestId, replicaRegion)
      const { status } = answer
      const refused = 'refusal' in answer ? { refusal: answer.refusal.type } : {}
      const failed = 'fault' in answer ? { fault: answer.fault } : {}
      tell({ kind: 'call', operation, status, ...refused, ...failed })
      return answer
    },
    document: (path, replicaRegion) =>
      wellKnownDocument(
        replicaRegion === undefined ? state : inRegionOfReplica(state, replicaRegion),
        path,
      ),
    describe: () => state.pools.map((pool) => describePool(state, pool)),
    outbox: () => [...state.outbox],
    unknownOperations: () => Object.fromEntries(unknown),
    withoutEffect: () => [...withoutEffect],
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async prepare() {
      await Promise.all(state.pools.map(({ keys }) => jwks(keys)))
    },
    reset() {
      faults.only(configuration.faults)
      state = fresh()
      unknown.clear()
      withoutEffect.clear()
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

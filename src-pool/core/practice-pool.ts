import type { Configuration } from '../configuration/configuration.ts'
import { describePool, type PoolDescription } from './description.ts'
import type { OutboxMessage } from '../state/outbox.ts'
import type { Ports } from '../state/ports.ts'
import { practiceState } from '../state/practice-state.ts'
import { inRegionOfReplica } from '../state/secondary-pool.ts'
import { jwks } from '../state/signing-keys.ts'
import { wellKnownDocument } from '../tokens/well-known.ts'
import { withPowerTables } from '../credentials/power-tables.ts'
import { createSandbox } from '../triggers/sandbox.ts'
import { createSrpXray, type SrpXray } from '../srp-xray/srp-xray.ts'
import { createActiveFaults, type ActiveFaults } from '../faults/active-faults.ts'
import { manualControls, type ManualControls } from '../controls/manual-controls.ts'
import { operationPerformer, type PoolAnswer } from './operation-performer.ts'
import type { PracticeEvent } from './practice-event.ts'
import { triggerControls, type TriggerControls } from './trigger-controls.ts'

/** The practice pool without its HTTP adapter: calls in, answers out. */
export interface PracticePool extends ManualControls, TriggerControls {
  /** The injected faults; those of the HTTP adapter take effect there. */
  readonly faults: ActiveFaults
  /** Finds out what is wrong with another program’s SRP; off at first. */
  readonly srpXray: Pick<SrpXray, 'isOn' | 'reports' | 'turn'>
  /** Milliseconds since 1970, by the pool's clock, which a fault may set wrong. */
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
  /** Makes the signing keys before they are needed, a few milliseconds at a time between calls. */
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
    modPow: withPowerTables(inputs.modPow),
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
  let state = fresh()
  const performer = operationPerformer({ faults, sandbox, state: () => state, tell })
  const changed = () => {
    tell({ kind: 'configured' })
  }

  return {
    ...manualControls(() => state, changed),
    ...triggerControls({ configuration, sandbox, state: () => state, changed }),
    faults,
    srpXray: {
      ...srpXray,
      turn: (on) => {
        srpXray.turn(on)
        changed()
      },
    },
    now: ports.now,
    async call(operation, body, signedFor = '', requestId = '', replicaRegion) {
      const request = { operation, body, signedFor, requestId, replicaRegion }
      const answer = await performer.perform(request)
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
    unknownOperations: performer.unknownOperations,
    withoutEffect: performer.withoutEffect,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async prepare() {
      // One pool after the other, so that the first has its keys before those of the others are made.
      for (const { keys } of state.pools) await jwks(keys)
    },
    reset() {
      faults.only(configuration.faults)
      state = fresh()
      performer.clear()
      tell({ kind: 'reset' })
    },
  }
}

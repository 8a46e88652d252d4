import { administrativeOperations } from '../administration/index.ts'
import type { ActiveFaults } from '../faults/active-faults.ts'
import { hasTriggers } from '../invocation/trigger-function.ts'
import { operations } from '../operations/index.ts'
import type { Operation } from '../operations/operation.ts'
import { assertReplicaPerforms } from '../operations/replica-operations.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse, Refusal, type RefusalText } from '../refusals/refusal.ts'
import { membersWithoutEffect, type JsonObject } from '../requests/members.ts'
import { poolOfRequest } from '../state/pool-of-request.ts'
import type { PracticeState } from '../state/practice-state.ts'
import { inRegionOfReplica } from '../state/secondary-pool.ts'
import type { Sandbox } from '../triggers/sandbox.ts'
import type { PracticeEvent } from './practice-event.ts'

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

/** A call as received. */
export interface PoolCall {
  readonly operation: string
  readonly body: string
  /** The region that the request is signed for; empty when it is not signed. */
  readonly signedFor: string
  readonly requestId: string
  /** The region of the replicas whose address the call came to, if it did. */
  readonly replicaRegion: string | undefined
}

/** Performs operations, and counts what they asked for in vain. */
export interface OperationPerformer {
  readonly perform: (call: PoolCall) => Promise<PoolAnswer>
  /** How often each operation was called that the pool does not know. */
  readonly unknownOperations: () => Readonly<Record<string, number>>
  /** Operations with the members that were sent and have no effect here. */
  readonly withoutEffect: () => readonly (readonly [
    operation: string,
    members: readonly string[],
  ])[]
  readonly clear: () => void
}

interface PerformerDependencies {
  readonly faults: ActiveFaults
  readonly sandbox: Sandbox
  /** The state now, which a reset replaces. */
  readonly state: () => PracticeState
  readonly tell: (event: PracticeEvent) => void
}

/** A program may call whatever it likes: this many names are counted, as far as they are shown. */
const maxUnknown = 100
const maxNameLength = 128

const known = new Map(
  [...operations, ...administrativeOperations].map((operation) => [operation.name, operation]),
)

/** Performs operations on a state. A fault of ours is an answer too, never an exception. */
export function operationPerformer({
  faults,
  sandbox,
  state,
  tell,
}: PerformerDependencies): OperationPerformer {
  const unknown = new Map<string, number>()
  const withoutEffect = new Map<string, readonly string[]>()

  function noteWithoutEffect({ name, input }: Operation, body: JsonObject): void {
    const reported = withoutEffect.get(name) ?? []
    const members = membersWithoutEffect(input, body)
      .filter((member) => !reported.includes(member))
      .slice(0, Math.max(0, maxUnknown - reported.length))
    if (members.length === 0) return
    withoutEffect.set(name, [...reported, ...members])
    tell({ kind: 'without effect', operation: name, members })
  }

  function operationOf({ operation: name, signedFor }: PoolCall): Operation {
    const operation = known.get(name)
    if (!operation) {
      const counted = name.slice(0, maxNameLength)
      if (unknown.has(counted) || unknown.size < maxUnknown)
        unknown.set(counted, (unknown.get(counted) ?? 0) + 1)
      refuse(refusals.unknownOperation)
    }
    if (operation.isSigned && signedFor === '') refuse(administrationRefusals.signatureMissing)
    return operation
  }

  async function perform(call: PoolCall): Promise<PoolAnswer> {
    const { replicaRegion, requestId, signedFor } = call
    try {
      const [injectedFault] = faults.injectFault(call.operation, ['refusal'])
      if (injectedFault) return injectedFault
      const operation = operationOf(call)
      const input = parsed(call.body)
      noteWithoutEffect(operation, input)
      const here = replicaRegion === undefined ? state() : inRegionOfReplica(state(), replicaRegion)
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

  return {
    perform,
    unknownOperations: () => Object.fromEntries(unknown),
    withoutEffect: () => [...withoutEffect],
    clear: () => {
      unknown.clear()
      withoutEffect.clear()
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

import type { Ports } from '#engine/catalogue/ports.ts'
import type { RawTriggerExecution } from '#engine/redaction/redact-trigger-execution.ts'
import type { SendOperation } from '#main/http/send-operation.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'
import type { KeptRunsOf } from './recorded-runs-before.ts'
import type { RunObserver } from './run-observer.ts'

/** What the sign-ins take from outside. */
export interface RunsPorts {
  readonly ports: Ports
  readonly send: SendOperation
  readonly store: TraceStore
  /** The triggers that the practice pool ran for the request of this id. */
  readonly triggersOf?: (requestId: string) => readonly RawTriggerExecution[]
  /** Name and version, as in `Authscope 0.1.0`. */
  readonly application: string
  /** What is kept elsewhere of a user, where `store` is not the history. */
  readonly keptRunsOf?: KeptRunsOf
  readonly observers?: readonly RunObserver[]
  /** A sign-in could not be kept: a sentence for the person. The sign-in itself continues. */
  readonly onStoreFailure?: (message: string) => void
  /** The history has other runs than before, or they have gone on. */
  readonly onHistoryChange?: () => void
}

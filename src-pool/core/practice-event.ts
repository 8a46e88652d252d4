import type { OutboxMessage } from '../state/outbox.ts'
import type { TriggerExecution } from '../triggers/trigger-execution.ts'

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

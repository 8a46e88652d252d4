import type { WireValues } from '#engine/wire/wire-values.ts'
import type { MarkedSecret } from '#engine/trace/marked-secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { ProfileRunRequest } from './run-dependencies.ts'

/** What follows from runs besides their traces. Each is told of all runs, in the order of a list. */
export interface RunObserver {
  /** A run begins; told before its first event. */
  readonly begun?: (runId: string, request: ProfileRunRequest) => void
  /** A person answers the challenge that waits. */
  readonly answering?: (runId: string, answers: WireValues) => void
  /** Secrets got their marks; told before the event in which these first stand. */
  readonly marked?: (runId: string, secrets: readonly MarkedSecret[]) => void
  readonly event?: (runId: string, event: TraceEvent) => void
}

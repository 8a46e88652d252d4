import type { Run } from '#contract/routes/runs.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { AttemptBytes } from './attempt-bytes.ts'

/** One sign-in as it is kept: open events, and beside them what their marks stand for. */
export interface StoredRun {
  readonly run: Run
  readonly events: readonly TraceEvent[]
  /** In the order in which they were first seen. */
  readonly secrets: ReadonlyMap<string, Secret>
  readonly bytes: readonly AttemptBytes[]
}

/** Where sign-ins are kept. Every method may throw when the disk does. */
export interface TraceStore {
  /** Keeps a sign-in as it stands now; what it holds already is not written again. */
  save(stored: StoredRun): void
  /** Newest first; with a search, those whose open texts hold each of its words. */
  list(search: string): readonly Run[]
  open(runId: string): StoredRun | undefined
  /** Takes it out of the list until {@link restore}; gone for good when the store closes. */
  delete(runId: string): void
  restore(runId: string): Run | undefined
  close(): void
}

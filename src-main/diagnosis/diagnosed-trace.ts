import type { DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import type { TraceEvent } from '#engine/trace/event.ts'

/** One sign-in of a file, and why it failed. */
export interface DiagnosedTrace {
  /** Without its folder; empty for standard input. */
  readonly file: string
  readonly events: readonly TraceEvent[]
  readonly causes: readonly DiagnosedCause[]
}

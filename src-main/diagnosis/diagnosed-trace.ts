import type { DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import type { TraceEvent } from '#engine/trace/event.ts'

/** One sign-in of a file, and why it failed. */
export interface DiagnosedTrace {
  /** Without its folder; empty for standard input. */
  readonly file: string
  readonly events: readonly TraceEvent[]
  readonly causes: readonly DiagnosedCause[]
  /** Causes that a baseline or a choice of rules leaves out; excluded ones do not count. */
  readonly leftOut: number
}

/** What is said where no cause is shown. */
export const withoutCauses = ({ leftOut }: Pick<DiagnosedTrace, 'leftOut'>): string =>
  leftOut === 0
    ? 'Nothing failed.'
    : `${leftOut === 1 ? '1 cause is' : `${String(leftOut)} causes are`} left out by --baseline or --rule, and there is no other.`

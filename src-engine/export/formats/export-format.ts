import type { Trace, TraceEvent } from '../../trace/event.ts'

/** One way to write a trace to a file; dialog, command line, contents list and file name derive. */
export interface ExportFormat {
  readonly id: string
  readonly title: string
  /** What the file is for, in a few words. */
  readonly note: string
  /** Of the file name, without a dot. */
  readonly extension: string
  /** The option of the command line that writes it, and its help. */
  readonly option: { readonly name: string; readonly help: string }
  /** The events that are in the file; what is only in the others is not in it. */
  readonly covers: (events: readonly TraceEvent[]) => readonly TraceEvent[]
  readonly write: (trace: Trace) => string
}

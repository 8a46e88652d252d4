import type { Trace, TraceEvent } from '../../trace/event.ts'

/** One way to write a trace to a file; dialog, command line, contents list and file name derive. */
export interface ExportFormat {
  readonly id: string
  readonly title: string
  /** What the file is for, in a few words. */
  readonly note: string
  /** Of the file name, without a dot. */
  readonly extension: string
  /** An option of `sign-in` and `call` that writes it at once; every format has `export --format`. */
  readonly option?: { readonly name: string; readonly help: string }
  /** True where secrets and personal values are never in the file, whatever a person confirms. */
  readonly alwaysRedacted?: true
  /** What a call is in the file, where it is code and no record; the file has no secrets then. */
  readonly callsAs?: string
  /** The events that are in the file; what is only in the others is not in it. */
  readonly covers: (events: readonly TraceEvent[]) => readonly TraceEvent[]
  readonly write: (trace: Trace) => string
  /** True where a browser draws what `write` writes, an SVG, as the file. */
  readonly isPicture?: true
  /** Begins one file of several runs; without it they are a zip. */
  readonly several?: () => RunsFile
}

/** A file of several runs, which is written run by run. */
export interface RunsFile {
  /**
   * The next run: what is written of it now.
   * @param check gets all that this run adds to the file; where it throws, the run adds nothing
   */
  readonly add: (trace: Trace, check: (text: string) => void) => string
  /** The rest of the file, with what it keeps of the runs. */
  readonly end: () => string
}

import type { Trace, TraceEvent } from '../../trace/event.ts'
import type { ContentItem } from '../content-item.ts'

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
  /** The events that are in the file, where it has whole events and not all. */
  readonly covers?: (events: readonly TraceEvent[]) => readonly TraceEvent[]
  /** What a file that is always redacted holds besides marks; absent where it has whole events. */
  readonly holds?: (trace: Trace) => readonly ContentItem[]
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
   * @returns nothing of a run for which a text of limited length has no room
   */
  readonly add: (trace: Trace, check: (text: string) => void) => string
  /** The rest of the file, with what it keeps of the runs. */
  readonly end: () => string
}

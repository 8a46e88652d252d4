import type { Trace } from '../trace/event.ts'
import type { RecordedCall } from './recorded-call.ts'

/** Something that could not be read, or that a reader of the result has to know. */
export interface ImportProblem {
  /** What is wrong and what to do, in a sentence. */
  readonly message: string
  /** Where in the file: `entry 12`, `line 340`. */
  readonly place?: string
}

/** What a reader hands on while it reads. */
export interface ImportSink {
  /** A call to the user pool service. */
  readonly call: (call: RecordedCall) => void
  /** A whole trace of Authscope’s own. */
  readonly trace: (trace: Trace) => void
  /** Something that is no call to the user pool service was left out. */
  readonly dropped: (count?: number) => void
  readonly problem: (problem: ImportProblem) => void
  /** The program that wrote the file, by its own word. */
  readonly writtenBy: (tool: string) => void
  /**
   * The bytes of another file of the archive that the file is in.
   * @returns nothing where there is none, or where it is fetched first and the file is read again
   */
  readonly attachment: (name: string) => Uint8Array | undefined
}

/** Reads one file from its beginning to its end. Whatever the file contains, it does not throw. */
export interface ImportReader {
  /** @param chunk the next bytes; the reader keeps no reference to it */
  readonly feed: (chunk: Uint8Array) => void
  readonly end: () => void
}

/** One format of other programs. */
export interface Importer {
  /** Stable, for the command line and for tests. */
  readonly id: string
  /** As a run says where it comes from: `HAR`, `AWS CLI debug log`. */
  readonly title: string
  /** @param head the first bytes of the file as text, up to 64 KB */
  readonly recognises: (head: string) => boolean
  readonly open: (sink: ImportSink) => ImportReader
}

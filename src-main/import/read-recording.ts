import { randomBytes } from 'node:crypto'
import { counted, grouped } from '#engine/units/counted.ts'
import { listed } from '#engine/units/listed.ts'
import type { Importer, ImportProblem, ImportReader } from '#engine/import/importer.ts'
import { importers } from '#engine/import/importers.ts'
import { whyWithoutCalls } from '#engine/import/without-calls.ts'
import type { RecordedCall } from '#engine/import/recorded-call.ts'
import {
  importedTrace,
  recordedTraces,
  type RecordedTrace,
  type RecordingContext,
} from '#engine/import/recorded-traces.ts'
import type { Trace } from '#engine/trace/event.ts'
import { withRunsBefore, type KeptRunsOf } from '#main/runs/recorded-runs-before.ts'

/** A file, or what was pasted, as it is read. */
export interface RecordingSource {
  /** Without its folder; empty for what was pasted. */
  readonly name: string
  /** Bytes of the whole, for the progress. */
  readonly size: number
  /** When it was written, in milliseconds since 1970. */
  readonly writtenAt: number
  /** How many of `size` bytes were read; absent where they are those of the chunks. */
  readonly consumed?: () => number
  /** Its bytes from the beginning, each time it is called; a chunk is valid until the next. */
  readonly chunks: () => AsyncIterable<Uint8Array>
  /** A file next to it in the same archive. */
  readonly attachment?: (name: string) => Promise<Uint8Array | undefined>
}

/** What the reader of a recording takes from outside. */
export interface ReadRecordingPorts extends Pick<RecordingContext, 'application' | 'profileOf'> {
  /** The newest kept runs of a user, which may say why one of the recording failed. */
  readonly keptRunsOf?: KeptRunsOf
  readonly signal?: AbortSignal
  /** @param part of the file that is read, from 0 to 1 */
  readonly onProgress?: (part: number) => void
}

/** What was found in a recording. Nothing of it is kept yet. */
export interface Recording {
  /** Title of the importer that read it. */
  readonly format: string
  readonly tool: string
  readonly file: string
  readonly traces: readonly RecordedTrace[]
  /** Entries or lines that are no call to Cognito. */
  readonly dropped: number
  /** How many calls lack something. */
  readonly incompleteCalls: number
  readonly problems: readonly ImportProblem[]
}

/** Why nothing of a file can be shown: a stable code and a sentence that says what to do. */
export class UnreadableRecording extends Error {
  readonly code: 'empty' | 'unknown-format' | 'no-calls' | 'unreadable' | 'cancelled'

  constructor(code: UnreadableRecording['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Bytes by which a format is recognised. */
const headSize = 64 * 1024
/** Calls and bytes of one recording that are kept; what comes after is counted. */
const maxCalls = 20_000
const maxProblems = 100
const maxAttachmentBytes = 64 << 20

/**
 * Reads a recording of any format as a stream; its memory does not grow with the file but with the
 * calls to Cognito in it.
 * @throws UnreadableRecording
 */
export async function readRecording(
  source: RecordingSource,
  ports: ReadRecordingPorts,
): Promise<Recording> {
  let attachments = new Map<string, Uint8Array>()
  for (;;) {
    const found = await readOnce(source, ports, attachments)
    const wanted = [...found.wanted].filter((name) => !attachments.has(name))
    if (wanted.length === 0 || !source.attachment) return await recordingOf(source, found, ports)
    // The file names others of its archive: they are fetched, and it is read once more.
    attachments = await fetchAttachments(source.attachment, wanted)
  }
}

/** Everything that one pass over a file found. */
interface Found {
  readonly importer: Importer
  readonly calls: RecordedCall[]
  readonly traces: Trace[]
  readonly problems: ImportProblem[]
  readonly wanted: Set<string>
  dropped: number
  tool: string
}

async function readOnce(
  source: RecordingSource,
  { onProgress, signal }: ReadRecordingPorts,
  attachments: ReadonlyMap<string, Uint8Array>,
): Promise<Found> {
  let head: Uint8Array = new Uint8Array()
  let read = 0
  let opened: { found: Found; reader: ImportReader } | undefined
  for await (const chunk of source.chunks()) {
    if (signal?.aborted) throw new UnreadableRecording('cancelled', 'Opening was cancelled.')
    read += chunk.length
    if (opened) opened.reader.feed(chunk)
    else {
      head = Buffer.concat([head, chunk])
      if (head.length >= headSize) opened = openReader(head, attachments)
    }
    const consumed = source.consumed?.() ?? read
    onProgress?.(source.size > 0 ? Math.min(1, consumed / source.size) : 0)
  }
  opened ??= openReader(head, attachments)
  opened.reader.end()
  return opened.found
}

/** Opens the reader that the first bytes call for, and feeds them to it. */
function openReader(
  head: Uint8Array,
  attachments: ReadonlyMap<string, Uint8Array>,
): { found: Found; reader: ImportReader } {
  const text = Buffer.from(head.subarray(0, headSize))
    .toString('utf8')
    .replace(/^\ufeff/, '')
  if (text.trim() === '') throw new UnreadableRecording('empty', 'The file is empty.')
  const importer = importers.find((one) => one.recognises(text))
  if (!importer)
    throw new UnreadableRecording(
      'unknown-format',
      whyWithoutCalls(text) ??
        `Authscope cannot read this file. Supported formats: ${listed(importers.map(({ title }) => title))}.`,
    )
  const found: Found = {
    importer,
    calls: [],
    traces: [],
    problems: [],
    wanted: new Set(),
    dropped: 0,
    tool: '',
  }
  const reader = importer.open({
    call: (call) => {
      if (found.calls.length < maxCalls) found.calls.push(call)
      else if (found.calls.length === maxCalls) {
        found.calls.push(call)
        found.problems.push({
          message: `More than ${grouped(maxCalls)} calls to Cognito are in this file: the first ones were read.`,
        })
      }
    },
    trace: (trace) => {
      found.traces.push(trace)
    },
    dropped: (more = 1) => {
      found.dropped += more
    },
    problem: (problem) => {
      if (found.problems.length < maxProblems) found.problems.push(problem)
    },
    writtenBy: (tool) => {
      found.tool = tool
    },
    attachment: (name) => {
      found.wanted.add(name)
      return attachments.get(name)
    },
  })
  reader.feed(head)
  return { found, reader }
}

async function fetchAttachments(
  attachment: NonNullable<RecordingSource['attachment']>,
  wanted: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const fetched = new Map<string, Uint8Array>()
  let size = 0
  for (const name of wanted) {
    const bytes = size < maxAttachmentBytes ? await attachment(name) : undefined
    size += bytes?.length ?? 0
    // An empty one stands for one that is not there, so that it is not asked for again.
    if (bytes) fetched.set(name, bytes)
  }
  return fetched
}

async function recordingOf(
  source: RecordingSource,
  found: Found,
  ports: ReadRecordingPorts,
): Promise<Recording> {
  const { calls, importer, problems, tool } = found
  const context: RecordingContext = {
    randomBytes,
    application: ports.application,
    at: source.writtenAt,
    origin: { kind: 'imported', format: importer.title, file: source.name, tool },
    profileOf: ports.profileOf,
  }
  const traces = [
    ...found.traces.map((trace) => importedTrace(trace, context)),
    ...recordedTraces(calls, context),
  ]
  if (traces.length === 0) throw nothingFound(found)
  return {
    format: importer.title,
    tool,
    file: source.name,
    traces: await withRunsBefore(traces, ports.keptRunsOf),
    dropped: found.dropped,
    incompleteCalls: calls.filter(lacksSomething).length,
    problems,
  }
}

function nothingFound({ dropped, importer, problems }: Found): UnreadableRecording {
  const [problem] = problems
  if (problem) {
    const { message, place } = problem
    return new UnreadableRecording('no-calls', place ? `${message} (${place})` : message)
  }
  return new UnreadableRecording(
    'no-calls',
    `This ${importer.title} file has no call to Amazon Cognito${dropped > 0 ? `, only ${counted(dropped, 'other')}` : ''}. Record while the application signs in.`,
  )
}

/** Few recordings of others have the phases of a call; that alone is not worth a word. */
const lacksSomething = ({ notCaptured }: RecordedCall): boolean =>
  notCaptured.some(({ part }) => part !== 'timings')

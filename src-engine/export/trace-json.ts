import { diagnose } from '../diagnosis/diagnose.ts'
import { nestsTooDeep } from '../json/nesting.ts'
import { traceVersion, type Trace } from '../trace/event.ts'
import { parseTrace } from '../trace/parse-trace.ts'
import type { RunsFile } from './formats/export-format.ts'

const format = 'authscope-trace'
const bundleFormat = 'authscope-traces'

/**
 * The whole open trace as a versioned JSON document, indented, with the diagnosis of it;
 * {@link readTrace} reads it, and diagnoses again.
 */
export const toTraceJson = ({ events, secrets }: Trace): string => {
  const diagnosis = diagnose(events)
  const document = { format, version: traceVersion, events, secrets, diagnosis }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** Several documents of {@link toTraceJson} as one; {@link readTraces} reads it. */
export function traceJsonOfSeveral(): RunsFile {
  let lead = `{"format": "${bundleFormat}", "version": ${String(traceVersion)}, "traces": [\n`
  return {
    add: (trace, check) => {
      const text = `${lead}${toTraceJson(trace).trimEnd()}`
      check(text)
      lead = ',\n'
      return text
    },
    end: () => '\n]}\n',
  }
}

/** A trace that was read, or why the text is none: a stable code and a sentence. */
export type ReadTrace =
  | { readonly ok: true; readonly trace: Trace }
  | {
      readonly ok: false
      readonly code: 'empty' | 'not json' | 'har' | 'not a trace' | 'newer' | 'damaged'
      readonly message: string
    }

/** Reads what {@link toTraceJson} wrote, in this version or an earlier one. Never throws. */
export function readTrace(text: string): ReadTrace {
  const document = documentOf(text)
  return 'ok' in document ? document : readDocument(document.parsed)
}

/** Reads the same, or each of what {@link traceJsonOfSeveral} made one. Never empty, never throws. */
export function readTraces(text: string): readonly [ReadTrace, ...(readonly ReadTrace[])] {
  const document = documentOf(text)
  if ('ok' in document) return [document]
  const { parsed } = document
  const traces =
    isObject(parsed) && parsed['format'] === bundleFormat && Array.isArray(parsed['traces'])
      ? (parsed['traces'] as readonly unknown[])
      : [parsed]
  const [first, ...others] = traces.map(readDocument)
  return first ? [first, ...others] : [refuse('empty', 'There is no trace in the file.')]
}

function documentOf(text: string): { readonly parsed: unknown } | ReadTrace {
  if (text.trim() === '') return refuse('empty', 'The file is empty.')
  const document = parse(text)
  if (document === undefined)
    return refuse(
      'not json',
      'The file is not complete JSON: it is another kind of file, or was cut off.',
    )
  if (nestsTooDeep(text)) return refuse('damaged', 'The file nests deeper than any trace does.')
  return { parsed: document }
}

function readDocument(document: unknown): ReadTrace {
  if (!isObject(document) || document['format'] !== format)
    return isObject(document) && isObject(document['log'])
      ? refuse('har', 'This is a HAR file. Authscope opens traces that it exported as JSON.')
      : refuse('not a trace', 'This is JSON, but not a trace that Authscope exported.')
  const version = document['version']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refuse('damaged', 'The trace does not say in which version it was written.')
  const parsed = parseTrace(document, version)
  if (parsed.ok) return parsed
  if (parsed.reason === 'newer')
    return refuse(
      'newer',
      `This trace was made by a newer Authscope (format ${String(version)}; this one reads up to ${String(traceVersion)}). Update to open it.`,
    )
  return refuse('damaged', `The trace is damaged: ${parsed.damage}.`)
}

const refuse = (code: Extract<ReadTrace, { ok: false }>['code'], message: string): ReadTrace => ({
  ok: false,
  code,
  message,
})

function parse(text: string): unknown {
  try {
    // Some editors and Windows tools put a byte-order mark before JSON.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

import { z } from 'zod/mini'
import { trace as presentShape, traceVersion, type Trace } from './event.ts'
import { earlierVersions } from './versions/index.ts'

/** A trace of the present version, or why there is none. */
export type ParsedTrace =
  | { readonly ok: true; readonly trace: Trace }
  /** The version is newer than this Authscope. */
  | { readonly ok: false; readonly reason: 'newer' }
  /** `damage` says where and how the document differs, without a value of it. */
  | { readonly ok: false; readonly reason: 'damaged'; readonly damage: string }

/**
 * Checks a document once, against the shape of the version that it was written in, and upgrades it
 * step by step. Members that the shape does not name are left out.
 */
export function parseTrace(document: unknown, version: number): ParsedTrace {
  if (version > traceVersion) return { ok: false, reason: 'newer' }
  const steps = earlierVersions.slice(Math.max(version, 1) - 1)
  const parsed = z.safeParse(steps[0]?.shape ?? presentShape, document)
  if (!parsed.success)
    return { ok: false, reason: 'damaged', damage: damageOf(parsed.error.issues) }
  const trace = steps.reduce<unknown>((upgraded, { upgrade }) => upgrade(upgraded), parsed.data)
  return { ok: true, trace: trace as Trace }
}

/** The first issue, as in `trace.events[3].at is not a number`. */
function damageOf([issue]: readonly z.core.$ZodIssue[]): string {
  if (!issue) return 'the trace is not valid'
  const path = issue.path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
  return `trace${path} ${differenceOf(issue)}`
}

function differenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${typeNames[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `is not one of: ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return 'is not known'
    default:
      return 'is not valid'
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a pair of texts',
  object: 'an object',
  record: 'an object',
}

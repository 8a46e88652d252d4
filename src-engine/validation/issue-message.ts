import type { z } from 'zod'
import { closestName } from '../query/closest-name.ts'

type Issue = z.core.$ZodIssue
type RawIssue = z.core.$ZodRawIssue

/**
 * What is wrong with a value that a person wrote, for the `error` of a parse: what follows the name
 * of its place (“must be a string, not a number”), or a sentence of its own that begins with a
 * capital. It names keys and what is allowed, never a value.
 */
export const issueMessage: z.core.$ZodErrorMap = (issue) => messageOf(issue)

function messageOf(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing'
      if (issue.expected === 'int' && typeof issue.input === 'number')
        return 'must be a whole number'
      return `must be ${typeNames[issue.expected] ?? issue.expected}, not ${kindOf(issue.input)}`
    case 'too_small':
      return limitText(issue.origin, Number(issue.minimum), issue.inclusive !== false, 'least')
    case 'too_big':
      return limitText(issue.origin, Number(issue.maximum), issue.inclusive !== false, 'most')
    case 'not_multiple_of':
      return `must be a multiple of ${String(issue.divisor)}`
    case 'invalid_format':
      return issue.pattern === undefined
        ? `must be a valid ${issue.format}`
        : `must match ${issue.pattern}`
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, knownKeys(issue))
    case 'invalid_value': {
      const names = issue.values.map(String)
      if (names.length === 1) return `must be ${names.join('')}`
      return typeof issue.input === 'string'
        ? choiceOf('value', issue.input, names)
        : `must be one of ${names.slice(0, maxListed).join(', ')}, not ${kindOf(issue.input)}`
    }
    case 'invalid_key': {
      const [first] = issue.issues
      return choiceOf(
        'key',
        String(issue.path?.at(-1) ?? issue.input),
        first?.code === 'invalid_value' ? first.values.map(String) : [],
      )
    }
    default:
      return 'has no value that is allowed here'
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
  date: 'a date',
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Number.isNaN(value)) return 'NaN'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'boolean') return String(value)
  return typeNames[typeof value] ?? typeof value
}

function limitText(
  origin: string,
  limit: number,
  inclusive: boolean,
  which: 'least' | 'most',
): string {
  const unit = { string: 'character', array: 'item', set: 'item', map: 'entry', object: 'key' }[
    origin
  ]
  if (unit === undefined)
    return inclusive
      ? `must be at ${which} ${String(limit)}`
      : `must be ${which === 'least' ? 'more' : 'less'} than ${String(limit)}`
  if (which === 'least' && limit === 1) return 'must not be empty'
  const units = limit === 1 ? unit : unit === 'entry' ? 'entries' : `${unit}s`
  return `must have at ${which} ${String(limit)} ${units}`
}

/** The keys that an object, or a record of certain keys, may have. */
function knownKeys({ inst }: RawIssue): readonly string[] {
  const definition = inst?._zod.def as
    | { readonly shape?: object; readonly keyType?: z.core.$ZodType }
    | undefined
  return definition?.shape
    ? Object.keys(definition.shape)
    : [...(definition?.keyType?._zod.values ?? [])].map(String)
}

/** Names the keys that are not known, and the one that was meant where a single one is near. */
function unknownKeys(written: readonly string[], known: readonly string[]): string {
  const sentence = `There is no ${written.map((key) => `“${key}”`).join(', ')} here`
  const [key = ''] = written
  const meant = written.length === 1 ? closestName(key, known) : undefined
  if (meant !== undefined) return `${sentence}. Did you mean “${meant}”?`
  return known.length > 0 && known.length <= maxListed
    ? `${sentence}. Possible keys: ${known.join(', ')}`
    : sentence
}

/** More names than this, such as all operations, would bury the message. */
const maxListed = 12

/** What can be written instead of a text that is none of the names. */
function choiceOf(what: 'key' | 'value', written: string, names: readonly string[]): string {
  const meant = closestName(written, names)
  if (meant !== undefined) return `No such ${what}. Did you mean “${meant}”?`
  if (names.length === 0) return `No such ${what}`
  if (names.length <= maxListed) return `No such ${what}. It is one of ${names.join(', ')}`
  return `No such ${what}. Examples: ${names.slice(0, 3).join(', ')}`
}

/** A message behind its place, as one sentence. @param place empty where the message says it */
export function sentenceAt(place: string, message: string): string {
  const end = /[.?!]$/.test(message) ? '' : '.'
  if (place === '') return `${message}${end}`
  return `${place}${/^\p{Lu}/u.test(message) ? ':' : ''} ${message}${end}`
}

/** Of a choice, what is wrong with the option that is nearest to what was written. */
export function specificIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const options = issue.errors.map((errors) =>
    errors.map((each): Issue => ({ ...each, path: [...issue.path, ...each.path] })),
  )
  const [nearest = []] = options.sort(
    (a, b) => strangeness(a) - strangeness(b) || a.length - b.length,
  )
  return nearest.flatMap(specificIssues)
}

/** Keys that an option does not know, but for a typo, say that another option is meant. */
const strangeness = (errors: readonly Issue[]): number =>
  errors.reduce((sum, each) => {
    const unknown = each.code === 'unrecognized_keys' ? each.keys.length : 0
    return sum + (each.message.endsWith('?') ? unknown / 2 : unknown)
  }, 0)

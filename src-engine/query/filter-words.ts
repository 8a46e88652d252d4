import { unitNames, weekdays } from './time-span.ts'

/** One word of a filter, with its place in the text. */
export interface FilterWord {
  readonly kind: 'open' | 'close' | 'not' | 'or' | 'and' | 'text' | 'term'
  /** What was typed, quotes included. */
  readonly typed: string
  /** Name of a term, in lowercase. */
  readonly name: string
  /** The value, without its quotes. */
  readonly value: string
  readonly start: number
  readonly end: number
  /** False for a quotation mark that is never closed. */
  readonly closed: boolean
}

// Values with a space in them that need no quotation marks: `last 2h`, `2 hours ago`, `300 ms`,
// `last monday`, `yesterday 14:00`, `2026-11-27 14:00`.
const unit = unitNames.join('|')
const weekday = `(?:${weekdays.join('|')})`
const clock = String.raw`\d\d?:\d\d(?::\d\d)?`
const spaced = [
  String.raw`last\s+[\d.]+\s*[a-z]+`,
  String.raw`last\s+(?:minute|hour|day|week)`,
  String.raw`[\d.]+\s?[a-z]+\s+ago`,
  String.raw`[\d.]+\s(?:${unit})`,
  String.raw`(?:today|yesterday|(?:last\s+)?${weekday}|\d{4}-\d\d-\d\d|\d\d?\.\d\d?\.\d{4})\s+${clock}`,
  String.raw`last\s+${weekday}`,
]

// A term, a quoted text, a parenthesis, or a word. `after:last 2h` is one word.
const pattern = new RegExp(
  String.raw`-(?=[^\s"()-])|[()]|([a-z][a-z-]*):(?:("(?:[^"\\]|\\.)*("?))|((?:${spaced.join('|')})(?![^\s()])|(?!\/\/)[^\s"()]*))|("(?:[^"\\]|\\.)*("?))|[^\s"()]+`,
  'gi',
)

const operators: ReadonlyMap<string, FilterWord['kind']> = new Map([
  ['(', 'open'],
  [')', 'close'],
  ['-', 'not'],
  ['not', 'not'],
  ['or', 'or'],
  ['and', 'and'],
])

/** @returns the words of a filter, in order */
export function filterWords(text: string): readonly FilterWord[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [typed, name, quotedValue, valueClosed, value, quoted, closed] = match
    const place = { typed, start: match.index, end: match.index + typed.length }
    if (name !== undefined)
      return {
        ...place,
        kind: 'term',
        name: name.toLowerCase(),
        value: quotedValue === undefined ? (value ?? '') : unquoted(quotedValue),
        closed: quotedValue === undefined || valueClosed === '"',
      }
    if (quoted !== undefined)
      return { ...place, kind: 'text', name: '', value: unquoted(quoted), closed: closed === '"' }
    const kind = operators.get(typed.toLowerCase()) ?? 'text'
    return { ...place, kind, name: '', value: typed, closed: true }
  })
}

const unquoted = (text: string): string => text.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1')

/** @returns a value as a filter takes it, in quotation marks where it needs them */
export const quotedValue = (value: string): string =>
  /^[^\s"()\\]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`

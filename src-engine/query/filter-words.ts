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

// A term, a quoted text, a parenthesis, or a word. `after:last 2h` is one word.
const pattern =
  /-(?=[^\s"()-])|[()]|([a-z][a-z-]*):(?:("(?:[^"\\]|\\.)*("?))|(last\s+[\d.]+\s*[a-z]+(?![^\s()])|[\d.]+\s?[a-z]+\s+ago(?![^\s()])|\d{4}-\d\d-\d\d\s\d\d?:\d\d(?::\d\d)?(?![^\s()])|(?!\/\/)[^\s"()]*))|("(?:[^"\\]|\\.)*("?))|[^\s"()]+/gi

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

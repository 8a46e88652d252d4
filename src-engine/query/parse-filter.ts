import { closestName } from './closest-name.ts'
import { everyRun, type Filter } from './filter.ts'
import { filterWords, quotedValue, type FilterWord } from './filter-words.ts'
import { bareTerms, otherNames, severalValues, terms, type Term } from './terms.ts'

/** A filter as read, or what is wrong with it and where. */
export type ParsedFilter =
  | { readonly filter: Filter }
  | { readonly error: { readonly message: string; readonly start: number; readonly end: number } }

/** How deep parentheses and `not` may be nested. */
const maxDepth = 50
/** How many words a filter may have; SQLite limits the depth of its expressions. */
const maxWords = 200

class FilterError extends Error {
  readonly word: Pick<FilterWord, 'start' | 'end'>

  constructor(message: string, word: Pick<FilterWord, 'start' | 'end'>) {
    super(message)
    this.word = word
  }
}

/**
 * Reads a filter such as `user:ada not status:signed-in after:today`. Words next to each
 * other must all match; `or` binds less than that; text that is no term is searched for.
 * @param now milliseconds since 1970, which relative dates count from
 */
export function parseFilter(text: string, now: number): ParsedFilter {
  try {
    return { filter: new Parser(filterWords(text), text.length, now).parse() }
  } catch (error) {
    if (!(error instanceof FilterError)) throw error
    const { end, start } = error.word
    return { error: { message: error.message, start, end } }
  }
}

class Parser {
  readonly #words: readonly FilterWord[]
  readonly #end: { readonly start: number; readonly end: number }
  readonly #now: number
  #at = 0
  #depth = 0

  constructor(words: readonly FilterWord[], length: number, now: number) {
    this.#words = words
    this.#end = { start: length, end: length }
    this.#now = now
    const first = words[maxWords]
    if (first) throw new FilterError(`A filter has at most ${String(maxWords)} words.`, first)
  }

  parse(): Filter {
    if (this.#words.length === 0) return everyRun
    const filter = this.#alternatives()
    const rest = this.#words[this.#at]
    if (rest) throw new FilterError('This “)” closes nothing. Remove it, or add “(” before.', rest)
    return filter
  }

  #alternatives(): Filter {
    const of = [this.#sequence()]
    while (this.#take('or')) of.push(this.#sequence())
    return of.length === 1 && of[0] ? of[0] : { kind: 'or', of }
  }

  #sequence(): Filter {
    const of = [this.#operand()]
    for (;;) {
      const kind = this.#words[this.#at]?.kind
      if (kind === undefined || kind === 'or' || kind === 'close') break
      this.#take('and')
      of.push(this.#operand())
    }
    return of.length === 1 && of[0] ? of[0] : { kind: 'and', of }
  }

  #operand(): Filter {
    const word = this.#words[this.#at]
    const before = this.#words[this.#at - 1]
    if (!word || word.kind === 'or' || word.kind === 'and' || word.kind === 'close')
      throw new FilterError(
        before
          ? `Something is missing after “${before.typed}”.`
          : `Something is missing before “${word?.typed ?? ''}”. To search for the word itself, quote it.`,
        word ?? this.#end,
      )
    this.#at += 1
    if (word.kind !== 'not' && word.kind !== 'open') return this.#leaf(word)
    this.#depth += 1
    if (this.#depth > maxDepth)
      throw new FilterError(`A filter is nested at most ${String(maxDepth)} deep.`, word)
    const inner: Filter =
      word.kind === 'not' ? { kind: 'not', of: this.#operand() } : this.#alternatives()
    this.#depth -= 1
    if (word.kind === 'open' && !this.#take('close'))
      throw new FilterError('This “(” is not closed. Add “)” at the end.', word)
    return inner
  }

  #take(kind: FilterWord['kind']): boolean {
    if (this.#words[this.#at]?.kind !== kind) return false
    this.#at += 1
    return true
  }

  #leaf(word: FilterWord): Filter {
    if (!word.closed)
      throw new FilterError('This quotation mark is not closed. Add “"” at the end.', word)
    if (word.kind === 'term') return this.#term(word)
    const bare = word.typed.startsWith('"') ? undefined : bareTerms.get(word.value.toLowerCase())
    return bare ?? { kind: 'contains', column: 'searched', text: searchable(word.value) }
  }

  #term(word: FilterWord): Filter {
    const term = terms.find(({ name }) => name === word.name)
    if (!term) {
      const names = terms.map(({ name }) => name)
      const near = otherNames.get(word.name) ?? closestName(word.name, names)
      throw new FilterError(
        `There is no filter “${word.name}:”.${near === undefined ? '' : ` Did you mean “${near}:”?`} To search for the text, put it in quotation marks.`,
        word,
      )
    }
    if (word.value.trim() === '') throw this.#withoutValue(word, term)
    const filter = term.read(searchable(word.value), this.#now)
    if (filter) return filter
    const near = closestName(word.value.toLowerCase(), term.values)
    const hint = term.hint?.(word.value)
    throw new FilterError(
      `“${term.name}:” does not take “${word.value}”.${near === undefined ? '' : ` Did you mean “${near}”?`} ${hint ?? `It takes ${term.takes}.`}`,
      word,
    )
  }

  /** Such as `user:`, or `has:(mfa, device)`. */
  #withoutValue(word: FilterWord, { name, takes }: Term): FilterError {
    const next = this.#words[this.#at]
    // As chips, the two are apart.
    if (next?.kind !== 'open') return new FilterError(`“${name}:” takes ${takes}.`, word)
    const rest = this.#words.slice(this.#at + 1)
    const close = rest.findIndex(({ kind }) => kind === 'close')
    const values = rest
      .slice(0, close < 0 ? rest.length : close)
      .filter(({ kind }) => kind === 'text')
      .flatMap(({ value }) => value.split(/[,|]/))
      .filter((value) => value !== '')
    const { end } = rest[close] ?? this.#end
    return new FilterError(
      values.length > 1
        ? `“${name}:” does not take a list. ${severalValues(name, values.map(quotedValue))}`
        : `“${name}:” takes ${takes}, without parentheses.`,
      { start: word.start, end },
    )
  }
}

const searchable = (text: string): string => text.replaceAll('\0', '').toLowerCase()

import { filterWords, quotedValue } from './filter-words.ts'
import { bareTerms, terms } from './terms.ts'

/** A text that can replace the word under the caret. */
export interface FilterCompletion {
  readonly insert: string
  readonly help: string
}

/** What can be inserted at the caret, and which part of the text it replaces. */
export interface FilterCompletions {
  readonly start: number
  readonly end: number
  readonly list: readonly FilterCompletion[]
}

const maxCompletions = 12

/** @returns the terms, or the values of the term, that complete the text before the caret */
export function completeFilter(text: string, caret: number): FilterCompletions {
  const word = filterWords(text).find(({ end, start }) => start < caret && caret <= end)
  const start = word?.start ?? caret
  const typed = text.slice(start, caret).toLowerCase()
  const [name = '', value] = typed.split(/:(.*)/s)
  const term = terms.find((one) => one.name === name)
  const list =
    term && value !== undefined
      ? term.values
          .filter((one) => one.toLowerCase().includes(value.replace(/^"/, '')))
          .map((one) => ({ insert: `${term.name}:${quotedValue(one)} `, help: '' }))
      : [
          ...terms
            .filter((one) => one.name.startsWith(typed))
            .map((one) => ({ insert: `${one.name}:`, help: one.help })),
          ...[...bareTerms.keys(), 'not', 'or']
            .filter((one) => one.startsWith(typed))
            .map((one) => ({ insert: `${one} `, help: '' })),
        ]
  return { start, end: word?.end ?? caret, list: list.slice(0, maxCompletions) }
}

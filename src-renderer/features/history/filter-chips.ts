import { filterWords, type FilterWord } from '#engine/query/filter-words.ts'

/** A part of a filter that is shown as one thing and removed as one. */
export interface FilterChip {
  readonly text: string
  /** True when it is negated. */
  readonly negated: boolean
}

/** The words of a filter as chips: `not` goes with what it negates. */
export function filterChips(filter: string): readonly FilterChip[] {
  const chips: FilterChip[] = []
  let negated = false
  for (const word of filterWords(filter)) {
    if (word.kind === 'not') {
      negated = !negated
      continue
    }
    chips.push({ text: word.typed, negated })
    negated = false
  }
  return chips
}

/** The filter that chips stand for. */
export const filterOfChips = (chips: readonly FilterChip[]): string =>
  chips.map(({ negated, text }) => (negated ? `not ${text}` : text)).join(' ')

/**
 * Splits what is typed into what is finished, which becomes chips, and the rest, which is still
 * being typed: a word is finished by the space after it.
 */
export function finishedPart(typed: string): { readonly finished: string; readonly rest: string } {
  const words = filterWords(typed)
  const last = words.at(-1)
  if (!last) return { finished: '', rest: typed }
  const isFinished =
    last.closed && last.end < typed.length && /\s$/.test(typed) && canEnd(last, typed)
  const at = isFinished ? last.end : startOfUnfinished(words)
  return { finished: typed.slice(0, at).trim(), rest: typed.slice(at).trimStart() }
}

/** `after:last ` may go on with `2h`, and `not` with what it negates. */
const canEnd = ({ kind, value }: FilterWord, typed: string): boolean =>
  kind !== 'not' &&
  !(kind === 'term' && (value === '' || /^(last|[\d.]+\w*)$/i.test(value)) && !typed.endsWith('  '))

function startOfUnfinished(words: readonly FilterWord[]): number {
  const last = words.at(-1)
  const before = words.at(-2)
  return (before?.kind === 'not' ? before.start : last?.start) ?? 0
}

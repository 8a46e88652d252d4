/**
 * How well a query fits a text, letters in order: higher is better, undefined is not at all.
 * Beginnings of words and runs of neighbouring letters weigh more, and most of all a word of the
 * query that a word of the text begins with.
 */
export function fuzzyScore(query: string, text: string): number | undefined {
  const wanted = query.toLowerCase().replaceAll(' ', '')
  const within = text.toLowerCase()
  let score = 0
  let from = 0
  let previous = -2
  for (const letter of wanted) {
    const at = within.indexOf(letter, from)
    if (at === -1) return undefined
    const startsWord = at === 0 || /[\s_\-.:]/.test(within[at - 1] ?? '')
    score += (startsWord ? 8 : 0) + (at === previous + 1 ? 6 : 0) - Math.min(at - from, 5)
    previous = at
    from = at + 1
  }
  const words = ` ${within.replace(/[\s_\-.:]+/g, ' ')}`
  const begun = query
    .toLowerCase()
    .split(' ')
    .filter((word) => words.includes(` ${word}`))
  return score + 16 * begun.length - text.length / 100
}

/**
 * The items that fit a query, best first; all of them, as they stand, for an empty one. Titles may
 * fit letter by letter; a note, which is long, must hold the query as it is, and comes last.
 */
export function fuzzyFilter<T>(
  items: readonly T[],
  query: string,
  titleOf: (item: T) => string,
  noteOf: (item: T) => string,
): readonly T[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return items
  return items
    .flatMap((item) => {
      const score =
        fuzzyScore(wanted, titleOf(item)) ??
        (noteOf(item).toLowerCase().includes(wanted) ? -100 : undefined)
      return score === undefined ? [] : [{ item, score }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item)
}

/** What something is found by. */
export interface Findable {
  readonly title: string
  /** Other words for it. */
  readonly synonyms?: string | undefined
  /** A sentence about it. */
  readonly note: string
}

/** The words of a text; an operation's name is several: `GetUser`. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s_\-.:,()]+/)
    .filter((word) => word !== '')

/** How well one word of a query fits: higher is better, undefined is not at all. */
function scoreOf(word: string, { note, synonyms = '', title }: Findable): number | undefined {
  if (wordsOf(title).some((one) => one.startsWith(word))) return 4
  if (wordsOf(synonyms).some((one) => one.startsWith(word))) return 3
  if (title.toLowerCase().includes(word)) return 2
  // A letter or two are in every sentence.
  if (word.length > 2 && note.toLowerCase().includes(word)) return 1
  return undefined
}

/**
 * The items that fit a query, best first; all of them, as they are, for an empty one. Each word of
 * the query has to fit: the beginning of a word, a part of the title, or a part of the note.
 * `np` finds "New profile" by its initials. Letters that lie scattered over a title fit nothing.
 */
export function findEntries<Of extends Findable>(
  items: readonly Of[],
  query: string,
): readonly Of[] {
  const words = wordsOf(query)
  const phrase = words.join(' ')
  if (words.length === 0) return items
  return items
    .flatMap((item) => {
      const title = wordsOf(item.title).join(' ')
      const initials = wordsOf(item.title)
        .map((word) => word.charAt(0))
        .join('')
      const scores = words.map((word) => scoreOf(word, item))
      const fits = scores.every((score) => score !== undefined)
      if (!fits && !(phrase.length > 1 && initials.startsWith(phrase))) return []
      const sum = fits ? scores.reduce((total, score) => total + score, 0) / scores.length : 3
      return [{ item, score: sum + (title === phrase ? 2 : title.startsWith(phrase) ? 1 : 0) }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item)
}

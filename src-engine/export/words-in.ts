/** A word in a text, and where it begins. */
interface FoundWord {
  readonly at: number
  readonly word: string
}

const wordBefore = /(?<=[\p{L}\p{N}_])/uy
const wordAfter = /[\p{L}\p{N}_]/uy

/** Whether no letter, digit or `_` is beside: the user “ana” is not in “analytics”. */
const isWhole = (text: string, from: number, to: number): boolean =>
  !matchesAt(wordBefore, text, from) && !matchesAt(wordAfter, text, to)

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function nextWord(text: string, word: string, from: number): FoundWord {
  let at = text.indexOf(word, from)
  while (at >= 0 && !isWhole(text, at, at + word.length)) at = text.indexOf(word, at + 1)
  return { at, word }
}

/**
 * Where a text has any of these as a whole word, from its start to its end. Found words do not
 * overlap: of those that begin at one place only the one is there that comes first in the list.
 */
export function wordsIn(text: string, words: readonly string[]): readonly FoundWord[] {
  const found: FoundWord[] = []
  let next = words.map((word) => nextWord(text, word, 0)).filter(({ at }) => at >= 0)
  while (next.length > 0) {
    const first = next.reduce((one, other) => (other.at < one.at ? other : one))
    const end = first.at + first.word.length
    found.push(first)
    next = next
      .map((one) => (one.at < end ? nextWord(text, one.word, end) : one))
      .filter(({ at }) => at >= 0)
  }
  return found
}

/** A word in a text, and where it begins. */
interface FoundWord {
  readonly at: number
  readonly word: string
}

const endsInWord = /[\p{L}\p{N}_]$/iu
const beginsInWord = /^[\p{L}\p{N}_]/iu

/** Whether no letter, digit or `_` is beside: the user “ana” is not in “analytics”. */
const isWhole = (text: string, from: number, to: number): boolean =>
  !endsInWord.test(text.slice(Math.max(0, from - 2), from)) &&
  !beginsInWord.test(text.slice(to, to + 2))

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

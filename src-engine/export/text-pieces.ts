/** How many characters a piece has. */
const pieceLength = 4
const bits = 16
const mask = (1 << bits) - 1

/** Goes on with the number of the last characters: those before them are shifted out of it. */
const withNext = (number: number, text: string, at: number): number =>
  ((number << (bits / pieceLength)) ^ text.charCodeAt(at)) & mask

/**
 * Whether a text may be in one of these: it cannot where one of its pieces is in none. To look up
 * the pieces of a thousand texts takes less time than to search for one of them.
 */
export function piecesOf(texts: readonly string[]): (text: string) => boolean {
  const known = new Uint8Array(mask + 1)
  for (const text of texts) {
    let number = 0
    for (let at = 0; at < text.length; at += 1) {
      number = withNext(number, text, at)
      known[number] = 1
    }
  }
  return (text) => {
    let number = 0
    for (let at = 0; at < text.length; at += 1) {
      number = withNext(number, text, at)
      if (at >= pieceLength - 1 && known[number] === 0) return false
    }
    return true
  }
}

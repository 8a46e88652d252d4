/** How many characters a piece has. */
const pieceLength = 4
const bits = 16
const mask = (1 << bits) - 1

/** 1 for each letter and digit of ASCII, at its number. */
const asciiWords = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0,
)

/** Whether a character counts: whitespace and ASCII punctuation do not, wherever a text has them. */
const counts = (code: number): boolean =>
  code < 128 ? asciiWords[code] === 1 : !/\s/.test(String.fromCharCode(code))

/** Goes on with the number of the last characters: those before them are shifted out of it. */
const withNext = (number: number, code: number): number =>
  ((number << (bits / pieceLength)) ^ code) & mask

/**
 * Whether the letters and digits of a text may be in those of one of these, in their order: they
 * cannot where a piece of them is in none. To look up the pieces of a thousand texts takes less
 * time than to search for one of them.
 */
export function piecesOf(texts: readonly string[]): (sought: string | Uint16Array) => boolean {
  // A bit for each piece: a byte for each would take longer to allocate than to fill.
  const known = new Uint8Array((mask + 1) / 8)
  for (const text of texts) {
    let number = 0
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (!counts(code)) continue
      number = withNext(number, code)
      known[number >> 3] = (known[number >> 3] ?? 0) | (1 << (number & 7))
    }
  }
  const isKnown = (number: number): boolean =>
    ((known[number >> 3] ?? 0) & (1 << (number & 7))) !== 0
  return (sought) => {
    if (typeof sought !== 'string') return sought.every(isKnown)
    for (const number of numbersOf(sought)) if (!isKnown(number)) return false
    return true
  }
}

/** The numbers of the pieces of a text, for one that is looked up many times. */
export const pieceNumbers = (text: string): Uint16Array => Uint16Array.from(numbersOf(text))

function* numbersOf(text: string): Generator<number> {
  let number = 0
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (!counts(code)) continue
    number = withNext(number, code)
    length += 1
    if (length >= pieceLength) yield number
  }
}

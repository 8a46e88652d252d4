/** A text as it reads once some of its encoding is undone, and where each part of it was. */
export interface TextLayer {
  readonly text: string
  /** The position in the file of a position in this text. */
  readonly origin: (at: number) => number
  /** True where no whitespace is left, so that a value is sought without its own. */
  readonly isWithoutWhitespace?: true
}

/** One thing that is undone: what is looked for, and what it becomes. */
interface Decoding {
  readonly pattern: RegExp
  /** What is in everything that the pattern finds. */
  readonly sign?: string
  readonly decoded: (found: string) => string
}

const nothing = (): string => ''

/** Line breaks with the indentation after them, real ones and those of JSON strings. */
const lineBreaks: Decoding = { pattern: /(?:\\r|\\n|[\r\n])+[ \t]*/g, decoded: nothing }

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

const whitespace: Decoding = { pattern: /(?:\\r|\\n|\s)+/g, decoded: nothing }

/** One level of JSON's escapes, which those of Python's and JavaScript's strings contain. */
const jsonEscapes: Decoding = {
  sign: '\\',
  pattern: /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([^ux]))/g,
  decoded: (found) => {
    const code = found.slice(2)
    if (code === '') return escapes[found.charAt(1)] ?? found.charAt(1)
    return String.fromCharCode(Number.parseInt(code, 16))
  },
}

const percents: Decoding = {
  sign: '%',
  pattern: /(?:%[0-9a-fA-F]{2})+/g,
  decoded: (found) => {
    try {
      return decodeURIComponent(found)
    } catch {
      return found
    }
  },
}

/**
 * Whether every layer of a text has the same letters and digits: of all that is undone, only
 * quotation marks, backslashes, slashes and spaces are in it.
 */
export const isAlikeInLayers = (text: string): boolean => !/\\[^"\\/]|%[0-9a-fA-F]{2}/.test(text)

/**
 * A text, and what is in it behind line breaks, up to three levels of JSON strings, and percent
 * signs. Each layer that differs from those before it is there once.
 */
export function textLayers(text: string): readonly TextLayer[] {
  const layers: TextLayer[] = [{ text, origin: (at) => at }]
  const add = (from: TextLayer, decoding: Decoding): TextLayer => {
    if (decoding.sign !== undefined && !from.text.includes(decoding.sign)) return from
    const next = undone(from, decoding)
    if (!layers.some((layer) => layer.text === next.text)) layers.push(next)
    return next
  }
  let level: TextLayer = { text, origin: (at) => at }
  for (let depth = 0; depth < 3; depth += 1) {
    add(level, lineBreaks)
    add(add(level, percents), percents)
    const deeper = add(level, jsonEscapes)
    if (deeper.text === level.text) break
    level = deeper
  }
  add(level, lineBreaks)
  add(level, percents)
  for (const layer of [layers[0] ?? level, level])
    layers.push({ ...undone(layer, whitespace), isWithoutWhitespace: true })
  return layers
}

function undone({ origin, text }: TextLayer, { decoded, pattern }: Decoding): TextLayer {
  let places: ReturnType<typeof replacedPlaces> | undefined
  return {
    text: decoded === nothing ? text.replace(pattern, '') : text.replace(pattern, decoded),
    origin: (at) => {
      places ??= replacedPlaces(text, { decoded, pattern })
      const before = places.findLast(({ end }) => end <= at)
      return origin(at + (before?.removed ?? 0))
    },
  }
}

/** Where the text continues after each replacement, and how many characters were removed before. */
function replacedPlaces(text: string, { decoded, pattern }: Decoding) {
  let removed = 0
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => {
    removed += found.length - decoded(found).length
    return { end: index + found.length - removed, removed }
  })
}

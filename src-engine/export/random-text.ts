/** The JSON of its header in base64. */
export const tokenStart = 'eyJ'

/** A token of three parts with a signature, or of five that is encrypted. */
const tokenPattern = /^eyJ[\w-]{8,}\.[\w-]*\.(?:[\w-]*\.[\w-]*\.[\w-]+|[\w-]{16,})/

/**
 * A text with its tokens replaced. Takes time in proportion to the text, whatever is in it: a
 * server may send megabytes that look like the beginning of one.
 */
export const replaceTokens = (
  text: string,
  replacement: (token: string, at: number) => string,
): string =>
  text.replace(/(?<![\w.-])[\w.-]{20,}/g, (run, offset: number) => {
    const at = run.indexOf(tokenStart)
    const [token] = (at < 0 ? undefined : tokenPattern.exec(run.slice(at))) ?? []
    if (token === undefined) return run
    const shown = replacement(token, offset + at)
    return run.slice(0, at) + shown + run.slice(at + token.length)
  })

/**
 * Whether a run of characters is random rather than words. SRP's public numbers are hex, names and
 * paths are words: neither mixes three kinds of characters.
 */
export const looksRandom = (run: string): boolean =>
  /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run) && entropy(run) > randomness(run.length)

/** A short run repeats no character by chance, so its entropy is near the most that it can be. */
const randomness = (length: number): number => Math.min(4.2, Math.log2(length) - 0.7)

/** Shannon entropy of the characters of a text, in bits for each. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values())
    bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

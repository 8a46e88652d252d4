import { compactToken } from './read-token.ts'

/** A token in a text that a person holds. */
export interface FoundToken {
  readonly token: string
  /** The name before it in the text, as in `IdToken` or `authorization`; empty for none. */
  readonly from: string
}

/** `eyJ` is `{"` in base64url: the beginning of every header. */
const tokenPattern = /eyJ[\w-]+(?:\.[\w-]*){1,4}/g
const onlyToken = new RegExp(`^${tokenPattern.source}$`)
/** Space before a token that is not within one: the claims also begin with `eyJ`, after a full stop. */
const betweenTokens = /(?<![.:\s]|bearer)\s+(?=eyJ)/i

/**
 * Every token in what people paste: output of the AWS CLI and of Amplify, a curl line, cookies, a dump
 * of localStorage, `.env` lines, percent-encoded text, several at once. Text in which nothing looks
 * like a token is given back as one, so that what is wrong with it can be said.
 */
export function findTokens(text: string): readonly FoundToken[] {
  const plain = withoutPercents(text)
  const found = new Map<string, FoundToken>()
  let lastEnd = 0
  for (const match of plain.matchAll(tokenPattern)) {
    const token = match[0].replace(/\.$/, '')
    const before = plain.slice(Math.max(lastEnd, match.index - 120), match.index)
    lastEnd = match.index + match[0].length
    if (!found.has(token)) found.set(token, { token, from: nameBefore(before) })
  }
  const pieces = text.trim().split(betweenTokens)
  const areTokens = pieces.every((piece) => onlyToken.test(compactToken(piece)))
  const isBroken = pieces.some((piece) => !found.has(compactToken(piece)))
  // A token may be pasted with line breaks in it; then no match is the whole of it.
  if (areTokens && isBroken) return pieces.map((token) => ({ token, from: '' }))
  if (found.size === 0) return text.trim() === '' ? [] : [{ token: text, from: '' }]
  return [...found.values()]
}

/** Percent-encoded text decoded where that is what it is; a stray % stays. */
const withoutPercents = (text: string): string =>
  text.replaceAll(/%[0-9a-f]{2}/gi, (code) => {
    const decoded = String.fromCharCode(parseInt(code.slice(1), 16))
    return /[\x20-\x7e]/.test(decoded) ? decoded : code
  })

/** The last name before an equals sign or a colon, without a scheme between. */
function nameBefore(text: string): string {
  const [, name = ''] = /([\w.@-]+)["'\\]*\s*[:=\t]\s*["'\\]*\s*(?:bearer\s+)?$/i.exec(text) ?? []
  // Amplify’s keys hold provider, client and user before the name of the token.
  return name.split('.').at(-1) ?? name
}

/**
 * A text in double quotes, as languages that are written like C take it: what cannot be seen is
 * escaped, and half of a surrogate pair is replaced, since most languages refuse it.
 * @param unicode how the language escapes a character of this code, as in `\u000b`
 * @param also characters that mean something in its texts besides quotes and backslashes
 */
export const quotedText = (
  text: string,
  unicode: (code: number) => string = fourDigits,
  also = '',
): string => `"${text.replaceAll(/./gsu, (sign) => escaped(sign, unicode, also))}"`

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escaped(sign: string, unicode: (code: number) => string, also: string): string {
  if (sign === '"' || sign === '\\' || also.includes(sign)) return `\\${sign}`
  if (short[sign] !== undefined) return short[sign]
  if (/\p{Cs}/u.test(sign)) return '\ufffd'
  const code = sign.codePointAt(0) ?? 0
  return code <= 0xffff && /[\p{C}\p{Zl}\p{Zp}]/u.test(sign) ? unicode(code) : sign
}

const fourDigits = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`

/** As Swift and Rust escape a character: `\u{b}`. */
export const bracedUnicode = (code: number): string => `\\u{${code.toString(16)}}`

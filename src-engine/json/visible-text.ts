/**
 * Characters that steer a terminal, or turn the direction of what follows them: controls other than
 * tab and line feed, and Unicode's marks, overrides and isolates of direction.
 */
const steering =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** Each of them as JSON writes it, so that it is seen, and JSON text means the same as before. */
const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A text from outside as it may be shown: what would steer a terminal, or turn text around, is visible. */
export const visibleText = (text: string): string => text.replace(steering, escaped)

/** Members whose texts are shown by an editor, which makes such characters visible itself. */
const asReceived: ReadonlySet<string> = new Set(['body', 'requestBody'])

/** A value with every text in it as {@link visibleText}, names of members included. */
export function withVisibleTexts<T>(value: T): T {
  return visible(value, '') as T
}

function visible(value: unknown, name: string): unknown {
  if (typeof value === 'string') return asReceived.has(name) ? value : visibleText(value)
  if (Array.isArray(value)) return value.map((each: unknown) => visible(each, ''))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([member, each]) => [visibleText(member), visible(each, member)]),
  )
}

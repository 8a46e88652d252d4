/** Characters at the ends of a text that usually do not belong to it. */
export type Edges =
  | 'clean'
  | 'a line break at its end'
  | 'a space at its end'
  | 'a space at its beginning'
  | 'quotation marks around it'

/** Looks at both ends of a text: copying, `echo`, and files bring what nobody sees. */
export function edgesOf(text: string): Edges {
  if (/[\r\n]\s*$/.test(text)) return 'a line break at its end'
  if (/\s$/.test(text)) return 'a space at its end'
  if (/^\s/.test(text)) return 'a space at its beginning'
  if (/^(["'`]).*\1$/s.test(text) && text.length > 1) return 'quotation marks around it'
  return 'clean'
}

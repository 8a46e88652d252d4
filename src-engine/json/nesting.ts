/** Levels that JSON of Cognito or of Authscope never reaches. */
const max = 100

/**
 * Whether JSON text nests deeper than anything that is meant here. It is parsed all the same, but
 * what shows or writes it afterwards would run out of stack. Any text may come.
 */
export function nestsTooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') quoted = !quoted
    else if (quoted) at += sign === '\\' ? 1 : 0
    else if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    if (depth > max) return true
  }
  return false
}

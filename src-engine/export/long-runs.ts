/** Characters of tokens, base64 and hex, by their numbers. */
const isTokenCharacter = Array.from({ length: 128 }, (_, code) =>
  /[\w.+/-]/.test(String.fromCharCode(code)),
)

/** A run of characters of which tokens and keys consist, and where it begins. */
interface Run {
  readonly at: number
  readonly run: string
}

/** Every whole run of at least so many characters of tokens, base64 and hex in a text. */
export function longRuns(text: string, shortest: number): readonly Run[] {
  const isInRun = (at: number): boolean => isTokenCharacter[text.charCodeAt(at)] === true
  const runs: Run[] = []
  // Of so many characters in a row, one is at a place that is looked at.
  for (let at = shortest - 1; at < text.length; at += shortest) {
    if (!isInRun(at)) continue
    let from = at
    while (isInRun(from - 1)) from -= 1
    while (isInRun(at)) at += 1
    if (at - from >= shortest) runs.push({ at: from, run: text.slice(from, at) })
  }
  return runs
}

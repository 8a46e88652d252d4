/** Rows beyond which a list of parameters would make the window wait. */
const maxRows = 200

/** The first parameters of a challenge, and a sentence about the rest where there are more. */
export function firstParameters(parameters: Readonly<Record<string, string>>): {
  readonly shown: Readonly<Record<string, string>>
  readonly rest: string | undefined
} {
  const entries = Object.entries(parameters)
  const left = entries.length - maxRows
  if (left <= 0) return { shown: parameters, rest: undefined }
  return {
    shown: Object.fromEntries(entries.slice(0, maxRows)),
    rest: `${left.toLocaleString('en')} more are in the response.`,
  }
}

import { capitalized } from './capitalized.ts'

/**
 * A name of code as words: `lastWrongMs` is “last wrong ms”, `moon-phase` “moon phase”. Names of the
 * wire such as `USER_AUTH`, and abbreviations, stay as they are.
 */
export const wordsOfName = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])(?![A-Z_])/g, (_all, end: string, start: string) =>
      [end, start.toLowerCase()].join(' '),
    )
    .replaceAll(/([a-z0-9])([A-Z]{2})/g, '$1 $2')
    .replaceAll(/([a-z0-9])-([a-z0-9])/g, '$1 $2')

/** The same as the beginning of a line: “Last wrong ms”. */
export function titleOfName(name: string): string {
  const words = wordsOfName(name)
  return capitalized(words)
}

/**
 * What a person wrote after the application's name. In development Electron's own executable comes
 * first, then its switches, then the folder of the application.
 * @param argv as `process.argv`
 */
export function wordsOf(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const rest = argv.slice(1)
  const first = rest.findIndex((word) => !word.startsWith('-'))
  if (first === -1) return []
  return rest.slice(isPackaged ? first : first + 1).filter((word) => !isSwitch(word))
}

/** Switches of Electron and Chromium that can stand anywhere, as test drivers put them. */
const isSwitch = (word: string) =>
  /^--(no-sandbox|inspect|remote-debugging|user-data-dir|password-store|disable-|enable-|ozone-)/.test(
    word,
  )

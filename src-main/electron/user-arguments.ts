/**
 * What a person wrote after the application's name. In development Electron's own executable comes
 * first, and the folder of the application among its switches.
 * @param argv as `process.argv`
 */
export function userArgumentsOf(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const userArguments = argv.slice(1).filter((word) => !isSwitch(word))
  const folder = isPackaged ? -1 : userArguments.findIndex((word) => !word.startsWith('-'))
  return userArguments.filter((_word, at) => at !== folder)
}

/** Switches of Electron and Chromium that can be anywhere, as test drivers put them. */
const isSwitch = (word: string) =>
  /^--(no-sandbox|inspect|remote-debugging|user-data-dir|password-store|disable-|enable-|ozone-)/.test(
    word,
  )

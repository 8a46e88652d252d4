/**
 * The locale in which the person's region writes dates and times, whatever the language of the
 * window. On Linux `LC_ALL`, `LC_TIME` or `LANG` name it, which other systems do not set.
 * @param system as Electron's `getSystemLocale` gives it
 * @returns a BCP 47 tag; empty where none is known
 */
export function regionalLocale(
  environment: Readonly<Record<string, string | undefined>>,
  system: string,
): string {
  const posix = [environment['LC_ALL'], environment['LC_TIME'], environment['LANG']].find(Boolean)
  return [posix && tagOf(posix), system].find(isKnown) ?? ''
}

/** `de_CH.UTF-8@euro` as `de-CH`. */
const tagOf = (posix: string): string => posix.replace(/[.@].*$/, '').replaceAll('_', '-')

function isKnown(tag: string | undefined): tag is string {
  // “C” and “POSIX” are no languages.
  if (!tag || tag === 'C' || tag === 'POSIX') return false
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}

const two = (number: number): string => String(number).padStart(2, '0')

/** The day of a time where this computer is, as `on:` of a filter takes it: `2026-11-27`. */
export function localDay(at: number): string {
  const date = new Date(at)
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The time of that day, as in `14:30`. */
export function localMinute(at: number): string {
  const date = new Date(at)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Day and time to the second, as in `2026-11-27 14:30:05`. */
export const localTime = (at: number): string =>
  `${localDay(at)} ${localMinute(at)}:${two(new Date(at).getSeconds())}`

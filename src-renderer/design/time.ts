/** What is left of a span as a clock shows it: `2:41`; `0:00` when nothing is. */
export function shownClock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = String(seconds % 60).padStart(2, '0')
  return hours > 0
    ? `${String(hours)}:${String(minutes).padStart(2, '0')}:${rest}`
    : `${String(minutes)}:${rest}`
}

/** An instant in a word: the time of day, or the date where that is another than today’s. */
export function shownInstant(instant: number): string {
  const at = new Date(instant)
  const today = at.toDateString() === new Date().toDateString()
  return today ? shownTime(instant) : formatInstant(shortDate, instant)
}

let region: string | undefined
let made = new WeakMap<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>()

/** Makes every time and date as this locale writes them; empty for the locale of the window. */
export function writeTimesAs(locale: string): void {
  region = locale || undefined
  made = new WeakMap()
}

/** Writes an instant as the person's region does. Keep the options: each has one format. */
export function formatInstant(options: Intl.DateTimeFormatOptions, instant: number): string {
  const format = made.get(options) ?? new Intl.DateTimeFormat(region, options)
  made.set(options, format)
  return format.format(instant)
}

const timeOfDay = { timeStyle: 'medium' } as const
const shortDate = {}
const longDate = { dateStyle: 'long' } as const
const dateAndTime = { dateStyle: 'medium', timeStyle: 'medium' } as const

/** The time of day of an instant, to the second, as the person's locale writes it. */
export const shownTime = (instant: number): string => formatInstant(timeOfDay, instant)

/** The date of an instant, with the month in letters. */
export const shownDate = (instant: number): string => formatInstant(longDate, instant)

/** The date and the time of day of an instant, to the second. */
export const shownDateAndTime = (instant: number): string => formatInstant(dateAndTime, instant)

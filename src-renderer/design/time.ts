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
  return today ? shownTime(instant) : shortDate.format(instant)
}

const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })
const shortDate = new Intl.DateTimeFormat(undefined)
const longDate = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' })
const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

/** The time of day of an instant, to the second, as the person's locale writes it. */
export const shownTime = (instant: number): string => timeOfDay.format(instant)

/** The date of an instant, with the month in letters. */
export const shownDate = (instant: number): string => longDate.format(instant)

/** The date and the time of day of an instant, to the second. */
export const shownDateAndTime = (instant: number): string => dateAndTime.format(instant)

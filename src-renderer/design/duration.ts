/** A duration for a person: `8.3 ms`, `96 ms`, `1.24 s`, `2 min 5 s`, `1 h`. */
export function shownDuration(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`
  if (ms < 1000) return `${String(Math.round(ms))} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`
  if (ms < 3_600_000) return parts(Math.floor(ms / 1000), 60, 'min', 's')
  return parts(Math.floor(ms / 60_000), 60, 'h', 'min')
}

/** The larger unit, and the smaller one where something is left for it. */
const parts = (count: number, size: number, largerUnit: string, smallerUnit: string): string => {
  const rest = count % size
  const larger = `${String(Math.floor(count / size))} ${largerUnit}`
  return rest === 0 ? larger : `${larger} ${String(rest)} ${smallerUnit}`
}

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
  return today ? shownTime(instant) : at.toLocaleDateString()
}

const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

/** The time of day of an instant, to the second, as the person's locale writes it. */
export const shownTime = (instant: number): string => timeOfDay.format(instant)

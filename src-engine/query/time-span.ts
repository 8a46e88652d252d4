const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  secs: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  mins: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hrs: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  days: 86_400_000,
  w: 604_800_000,
  week: 604_800_000,
  weeks: 604_800_000,
}

/** The units of a duration, as people write them. */
export const unitNames: readonly string[] = Object.keys(units)

/** @returns milliseconds of a duration such as `2s`, `1.5h` or `300ms`; undefined for other text */
export function durationOf(text: string): number | undefined {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text.trim()) ?? []
  const size = unit === undefined ? undefined : units[unit.toLowerCase()]
  return number === undefined || size === undefined ? undefined : Number(number) * size
}

/** A span of time, from its first instant to the first one after it. */
export interface TimeSpan {
  readonly from: number
  readonly below: number
}

/** From Sunday on, as `Date` counts them. */
export const weekdays: readonly string[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
]

/**
 * What a date as people write it means, in local time: `today`, `yesterday 14:30`, `monday`,
 * `2026-11`, `2026-11-27`, `2026-11-27T14:30`, `27.11.2026`, `14:30`, `last 2h`, `last hour`,
 * `2h ago`.
 * @returns undefined for text that is no date, or one whose order of day and month is not known
 */
export function timeSpanOf(text: string, now: number): TimeSpan | undefined {
  const word = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const ago = /^(?:last[ -])?(.+?)(?:[ -]ago)?$/.exec(word)?.[1] ?? word
  const past = durationOf(/^last (?:minute|hour|day|week)$/.test(word) ? `1 ${ago}` : ago)
  if (past !== undefined) return { from: now - past, below: now + 1 }
  if (word === 'now') return { from: now, below: now + 1 }
  const [, dayName = '', time] = /^((?:last )?[a-z]+)(?: (\d.*))?$/.exec(word) ?? []
  const day = namedDay(dayName, now)
  if (day) return time === undefined ? day : clockSpan(time, day.from)
  return clockSpan(word, now) ?? calendarSpan(yearFirst(word))
}

/** Dates with points have the day first wherever they are written; those with slashes do not. */
const yearFirst = (word: string): string =>
  word.replace(
    /^(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)/,
    (_, day: string, month: string, year: string) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )

/** @returns `today`, `yesterday`, the newest day of a weekday's name, or with `last` the one before today */
function namedDay(name: string, now: number): TimeSpan | undefined {
  if (name === 'today') return dayAt(now, 0)
  if (name === 'yesterday') return dayAt(now, -1)
  const weekday = weekdays.indexOf(name.replace(/^last /, ''))
  if (weekday < 0) return undefined
  const daysAgo = (new Date(now).getDay() - weekday + 7) % 7
  return dayAt(now, daysAgo === 0 && name.startsWith('last ') ? -7 : -daysAgo)
}

function dayAt(now: number, days: number): TimeSpan {
  const at = new Date(now)
  const day = (more: number) =>
    new Date(at.getFullYear(), at.getMonth(), at.getDate() + days + more).getTime()
  return { from: day(0), below: day(1) }
}

const calendar =
  /^(\d{4})-(\d\d)(?:-(\d\d)(?:[t ](\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?(z|[+-]\d\d:\d\d)?)?)?$/

/** @returns the minute, or second, of a time such as `14:30` on the day of an instant */
function clockSpan(time: string, at: number): TimeSpan | undefined {
  const clock = /^(\d\d?):(\d\d)(?::(\d\d))?$/.exec(time)
  if (!clock) return undefined
  const [, hour, minute, second] = clock.map(Number)
  if (!fits(hour, 23) || !fits(minute, 59) || (clock[3] && !fits(second, 59))) return undefined
  const from = new Date(at).setHours(hour ?? 0, minute, clock[3] ? second : 0, 0)
  return { from, below: from + (clock[3] ? 1000 : 60_000) }
}

function calendarSpan(word: string): TimeSpan | undefined {
  const found = calendar.exec(word)
  if (!found) return undefined
  const [, year = 0, month = 0, day = 1, hour = 0, minute = 0, second = 0] = Array.from(
    found,
    (part: string | undefined, index) =>
      part === undefined ? (index === 3 ? 1 : 0) : Number(part),
  )
  if (!fits(month - 1, 11) || !fits(hour, 23) || !fits(minute, 59)) return undefined
  const [, , , dayText, hourText, , secondText, zone] = found
  if (dayText === undefined)
    return {
      from: new Date(year, month - 1).getTime(),
      below: new Date(year, month).getTime(),
    }
  // Such as 31 February, which Date would move into March.
  if (new Date(year, month - 1, day).getDate() !== day) return undefined
  if (hourText === undefined) return dayAt(new Date(year, month - 1, day).getTime(), 0)
  const seconds = secondText === undefined ? 0 : second
  const from =
    zone === undefined
      ? new Date(year, month - 1, day, hour, minute, seconds).getTime()
      : Date.parse(word.replace(' ', 't').toUpperCase())
  if (Number.isNaN(from)) return undefined
  return { from, below: from + (secondText === undefined ? 60_000 : 1000) }
}

const fits = (value: number | undefined, max: number): boolean =>
  value !== undefined && value >= 0 && value <= max

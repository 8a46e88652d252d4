import { shownLifetime } from '../units/duration.ts'

/** A time in UTC and how far it is from now, as in `2026-01-31 12:00:00 UTC, in 59 min 58 s`. */
export function timeText(epochSeconds: number, now: number): string {
  const ms = epochSeconds * 1000
  // Date takes no more; a token may contain any number.
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return 'not a time'
  const absolute = `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`
  const distance = ms - now
  if (Math.abs(distance) < 1000) return `${absolute}, now`
  const length = shownLifetime(distance)
  return `${absolute}, ${distance > 0 ? `in ${length}` : `${length} ago`}`
}

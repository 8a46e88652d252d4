const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const

/** A length of time in its two largest units, as in `59 min 58 s`. Takes milliseconds. */
export function durationText(ms: number): string {
  let rest = Math.round(Math.abs(ms) / 1000)
  const parts: string[] = []
  for (const [unit, seconds] of units) {
    const count = Math.floor(rest / seconds)
    rest -= count * seconds
    if (count > 0) parts.push(`${String(count)} ${unit}`)
    else if (parts.length > 0) break
    if (parts.length === 2) break
  }
  return parts.join(' ') || '0 s'
}

/** A time in UTC and how far it is from now, as in `2026-01-31 12:00:00 UTC, in 59 min 58 s`. */
export function timeText(epochSeconds: number, now: number): string {
  const ms = epochSeconds * 1000
  // Date takes no more; a token may contain any number.
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return 'not a time'
  const absolute = `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`
  const distance = ms - now
  if (Math.abs(distance) < 1000) return `${absolute}, now`
  const length = durationText(distance)
  return `${absolute}, ${distance > 0 ? `in ${length}` : `${length} ago`}`
}

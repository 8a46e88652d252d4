const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const

/** A duration that was measured: `8.3 ms`, `96 ms`, `1.24 s`, `2 min 5 s`, `1 h`. */
export function shownDuration(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`
  if (ms < 1000) return `${String(Math.round(ms))} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`
  return inTwoUnits(Math.floor(ms / 1000))
}

/** How long something is valid or off, in whole seconds: `59 min 58 s`, `30 d`, `0 s`. */
export const shownLifetime = (ms: number): string => inTwoUnits(Math.round(Math.abs(ms) / 1000))

/** The largest unit, and the next smaller one where something is left for it. */
function inTwoUnits(seconds: number): string {
  const at = units.findIndex(([, length]) => seconds >= length)
  const [larger, smaller] = units.slice(at)
  if (at === -1 || !larger) return '0 s'
  const count = Math.floor(seconds / larger[1])
  const rest = smaller ? Math.floor((seconds - count * larger[1]) / smaller[1]) : 0
  const text = `${String(count)} ${larger[0]}`
  return smaller && rest > 0 ? `${text} ${String(rest)} ${smaller[0]}` : text
}

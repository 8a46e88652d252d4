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

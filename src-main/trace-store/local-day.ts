/**
 * Local days by arithmetic, so that a database can count by them: the offset from UTC changes but
 * a few times a year.
 * @returns an SQL expression for the number of the local day of `column`, from 1970
 */
export function localDaySql(column: string, from: number, to: number): string {
  const day = (offset: string) => `CAST(floor((${column} + ${offset}) / 86400000) AS INTEGER)`
  // Of a recording with a clock from nowhere one offset is as good as another.
  const changes = offsetChanges(Math.max(from, 0), Math.min(to, Date.UTC(2100, 0)))
  const [first, ...later] = changes
  const cases = [...later]
    .reverse()
    .map(({ at, offset }) => `WHEN ${column} >= ${String(at)} THEN ${String(offset)}`)
  const offset = first?.offset ?? 0
  return cases.length === 0
    ? day(String(offset))
    : day(`(CASE ${cases.join(' ')} ELSE ${String(offset)} END)`)
}

/** The first instant of a local day, by its number from 1970. */
export function startOfLocalDay(day: number): number {
  const utc = new Date(day * dayMs)
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate()).getTime()
}

const dayMs = 86_400_000
const quarterMs = 900_000

/** Milliseconds that local time is ahead of UTC. */
const offsetAt = (instant: number): number => -new Date(instant).getTimezoneOffset() * 60_000

/** From when on which offset applies, to the quarter of an hour. */
function offsetChanges(from: number, to: number): readonly { at: number; offset: number }[] {
  const changes = [{ at: from, offset: offsetAt(from) }]
  for (let at = from; at < to; at += dayMs) {
    const offset = offsetAt(Math.min(at + dayMs, to))
    if (offset === changes.at(-1)?.offset) continue
    // Between two days of different offsets: the clocks change on a whole quarter.
    let change = Math.ceil(at / quarterMs) * quarterMs
    while (offsetAt(change) !== offset) change += quarterMs
    changes.push({ at: change, offset })
  }
  return changes
}

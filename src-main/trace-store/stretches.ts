import type { PreparedStatements } from './prepared-statements.ts'

/** How many runs are read at once; what else the store is asked waits no longer than that takes. */
const readAtOnce = 10_000

interface Position {
  readonly started_at: number
  readonly id: number
}

/** A part of the list, as the parameters of {@link inStretch}. */
export type Stretch = readonly [
  fromTime: number,
  fromId: number,
  beyondTime: number,
  beyondId: number,
]

/** The condition on `runs` of those in a stretch. */
export const inStretch = '(started_at, id) <= (?, ?) AND (started_at, id) > (?, ?)'

/** The last run of the next ones, whatever the filter. */
const nextPosition = `
  SELECT started_at, id FROM runs WHERE (started_at, id) <= (?, ?)
  ORDER BY started_at DESC, id DESC LIMIT 1 OFFSET ${String(readAtOnce)}`

/** All runs in parts, the newest first, each of which is read in one step. */
export function* stretches({ one }: PreparedStatements): Generator<Stretch> {
  for (let from: Position | undefined = { started_at: Infinity, id: 0 }; from;) {
    const next = one(nextPosition, from.started_at, from.id) as Position | undefined
    const beyond = next ?? { started_at: -Infinity, id: 0 }
    yield [from.started_at, from.id, beyond.started_at, beyond.id]
    from = next
  }
}

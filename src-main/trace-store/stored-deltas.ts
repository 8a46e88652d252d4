import type { PackedRun } from './packed-run.ts'
import type { PreparedStatements } from './prepared-statements.ts'

/** How many deltas a run may have; then it is written whole again. */
export const maxDeltas = 4096

/**
 * The table of what runs under way contain: a row for each time that one was saved. The number of the
 * run and that of the delta are in one key, so that a save writes a single page of this table.
 */
export const createDeltas = `
  CREATE TABLE deltas (id INTEGER PRIMARY KEY, events BLOB NOT NULL, bytes BLOB NOT NULL);`

interface StoredDelta {
  readonly events: ArrayBuffer
  readonly bytes: ArrayBuffer
}

/** The key of a delta: the number of its run, and its own within the run, from 0. */
export const deltaNumber = (run: number, number: number): number => run * maxDeltas + number

/** The first key of a run's deltas, and that of the next run's. */
export const deltaNumbers = (run: number): readonly [number, number] => [
  deltaNumber(run, 0),
  deltaNumber(run + 1, 0),
]

/** The number of the run that a row of `deltas` belongs to, in SQL. */
export const runOfDelta = `deltas.id / ${String(maxDeltas)}`

/** Whether a row of `deltas` belongs to the run with this number, in SQL; finds it by its key. */
export const isDeltaOf = (run: string): string =>
  `deltas.id >= ${run} * ${String(maxDeltas)} AND deltas.id < (${run} + 1) * ${String(maxDeltas)}`

/** What was gained by the run with this number, in order. */
export const deltasOf = (
  { all }: Pick<PreparedStatements, 'all'>,
  run: number,
): readonly PackedRun[] =>
  (all(selectDeltas, ...deltaNumbers(run)) as StoredDelta[]).map(({ bytes, events }) => ({
    events: new Uint8Array(events),
    bytes: new Uint8Array(bytes),
  }))

/** How many there are of the run with this number, in SQL. */
export const selectDeltaCount = (run: string): string =>
  `SELECT count(*) FROM deltas WHERE ${isDeltaOf(run)}`

const ofRun = 'FROM deltas WHERE id >= ? AND id < ?'
const selectDeltas = `SELECT events, bytes ${ofRun} ORDER BY id`
export const insertDelta = 'INSERT INTO deltas VALUES (?, ?, ?)'
export const deleteDeltas = `DELETE ${ofRun}`

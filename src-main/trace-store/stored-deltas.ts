import type { PackedRun } from './packed-run.ts'
import type { PreparedStatements } from './prepared-statements.ts'

/** The table of what runs under way have gained since they were last written whole. */
export const createDeltas = `
  CREATE TABLE deltas (
    run INTEGER NOT NULL, number INTEGER NOT NULL, events BLOB NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (run, number));`

interface StoredDelta {
  readonly events: ArrayBuffer
  readonly bytes: ArrayBuffer
}

/** What was gained by the run with this number, in order. */
export const deltasOf = (
  { all }: Pick<PreparedStatements, 'all'>,
  run: number,
): readonly PackedRun[] =>
  (all('SELECT events, bytes FROM deltas WHERE run = ? ORDER BY number', run) as StoredDelta[]).map(
    ({ bytes, events }) => ({ events: new Uint8Array(events), bytes: new Uint8Array(bytes) }),
  )

/** How many there are of a run. */
export const deltaCount = ({ one }: Pick<PreparedStatements, 'one'>, run: number): number =>
  (one('SELECT count(*) AS count FROM deltas WHERE run = ?', run) as { count: number }).count

export const insertDelta = 'INSERT INTO deltas VALUES (?, ?, ?, ?)'
export const deleteDeltas = 'DELETE FROM deltas WHERE run = ?'

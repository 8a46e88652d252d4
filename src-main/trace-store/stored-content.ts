import type { PackedRun } from './packed-run.ts'
import type { PreparedStatements } from './prepared-statements.ts'
import { deltaNumbers } from './stored-deltas.ts'

// In one statement: between two of them another process may pack the run.
const selectParts = `
  SELECT -1 AS number, events, bytes FROM rows WHERE id = ?
  UNION ALL SELECT id, events, bytes FROM deltas WHERE id >= ? AND id < ? ORDER BY number`

interface StoredPart {
  readonly number: number
  readonly events: ArrayBuffer
  readonly bytes: ArrayBuffer
}

/** What the run with this number consists of, in order; nothing where there is no such run. */
export function partsOfRun(
  { all }: Pick<PreparedStatements, 'all'>,
  id: number,
): readonly PackedRun[] {
  const parts = all(selectParts, id, ...deltaNumbers(id)) as StoredPart[]
  if (parts[0]?.number !== -1) return []
  return parts.map(({ bytes, events }) => {
    return { events: new Uint8Array(events), bytes: new Uint8Array(bytes) }
  })
}

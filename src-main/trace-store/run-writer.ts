import type Database from 'libsql'
import type { HistoryRow } from '#contract/routes/history.ts'
import type { HistoryRowOf } from './history-row.ts'
import { packDelta, packRun, type PackedRun } from './packed-run.ts'
import type { PreparedStatements } from './prepared-statements.ts'
import { refreshTokenOwners } from './refresh-token-owners.ts'
import { historyRowIn, type StoredRow } from './stored-row.ts'
import { runPacker, type RunPacker } from './run-packer.ts'
import { columnWriter, insertedId } from './run-columns.ts'
import { extentOf, hasEnded, isSameExtent, withDelta, type RunDelta } from './run-delta.ts'
import {
  deleteDeltas,
  deltaNumber,
  deltaNumbers,
  insertDelta,
  maxDeltas,
  selectDeltaCount,
} from './stored-deltas.ts'
import type { StoredRun } from './trace-store.ts'
import { writeTransaction } from './write-transaction.ts'

/** Writes runs into the tables, and with each the columns that it is filtered by. */
export interface RunWriter extends Omit<RunPacker, 'packLater' | 'writePastRun'> {
  /** Within a transaction of the caller. */
  readonly write: (stored: StoredRun) => void
  readonly save: (stored: StoredRun) => void
  /**
   * Adds what a run has gained since this process last wrote it.
   * @returns whether it could: not where the run is not known here as it was before, so that it has
   *   to be saved whole
   */
  readonly append: (delta: RunDelta) => boolean
  /** Replaces the row of a run that is stored, without its content. */
  readonly replaceRow: (id: number, row: HistoryRow, before: HistoryRow) => void
}

const rowOfRun = `
  SELECT id, CAST(row AS BLOB) AS row, (${selectDeltaCount('rows.id')}) AS deltas
  FROM rows WHERE run_id = ?`

interface KnownRow extends StoredRow {
  readonly deltas: number
}

/** A run that has not ended, as it is in the tables. */
interface UnderWay {
  readonly stored: StoredRun
  readonly deltas: number
}

/** Runs under way that are kept in memory, to append to; of others a save is whole. */
const maxUnderWay = 20

const insertRow = 'INSERT INTO rows (row, events, bytes, run_id) VALUES (?, ?, ?, ?) RETURNING id'
const updateRow = 'UPDATE rows SET row = ?, events = ?, bytes = ? WHERE id = ?'

/**
 * @param dictionary what the content of each run is compressed with
 * @param rowOf what the list shows of a run: it diagnoses the run, which takes long to load
 */
export function runWriter(
  database: Database.Database,
  statements: PreparedStatements,
  dictionary: Buffer,
  rowOf: HistoryRowOf,
): RunWriter {
  const { one, run } = statements
  const writeColumns = columnWriter(statements)
  const underWay = new Map<string, UnderWay>()
  const empty = packRun({ events: [], secrets: new Map(), bytes: [] }, dictionary)
  const { packLater, writePastRun, ...packer } = runPacker(database, statements, dictionary)

  function write(stored: StoredRun): void {
    const { runId } = stored.run
    const known = one(rowOfRun, runId) as KnownRow | undefined
    const before = known && historyRowIn(known)
    const row = rowOf(stored, before)
    const ended = hasEnded(stored)
    // Until it has ended its row is written again and again, so what it contains lies elsewhere.
    const { bytes, events } = ended ? packRun(stored, dictionary) : empty
    const content = [JSON.stringify(row), events, bytes]
    if (known) run(updateRow, ...content, known.id)
    const id = known?.id ?? insertedId(statements, insertRow, ...content, runId)
    writeColumns(id, row, before)
    if (known) {
      run(deleteDeltas, ...deltaNumbers(id))
      run('DELETE FROM refresh_tokens WHERE run = ?', id)
    }
    // Until it has ended it is looked at as a whole.
    if (ended) writePastRun(id, stored)
    else writeContent(id, 0, packDelta(stored, stored.secrets))
    writeRefreshTokens(id, stored)
  }

  function writeContent(id: number, number: number, { bytes, events }: PackedRun): void {
    run(insertDelta, deltaNumber(id, number), events, bytes)
  }

  function writeRefreshTokens(id: number, stored: StoredRun): void {
    const { profileId, startedAt } = stored.run
    for (const owner of refreshTokenOwners(stored))
      run(
        'INSERT OR IGNORE INTO refresh_tokens VALUES (?, ?, ?, ?)',
        profileId,
        owner,
        startedAt,
        id,
      )
  }

  /** Within a transaction. @returns the number of the run, where it is in the tables as it is known here */
  function writeDelta(before: UnderWay, stored: StoredRun, delta: RunDelta): number | undefined {
    const known = one(rowOfRun, stored.run.runId) as KnownRow | undefined
    if (known?.deltas !== before.deltas || before.deltas === maxDeltas) return undefined
    const rowBefore = historyRowIn(known)
    const row = rowOf(stored, rowBefore)
    writeContent(known.id, before.deltas, packDelta(delta, stored.secrets))
    run('UPDATE rows SET row = ? WHERE id = ?', JSON.stringify(row), known.id)
    writeColumns(known.id, row, rowBefore)
    writeRefreshTokens(known.id, stored)
    return known.id
  }
  const saveDelta = writeTransaction(database, writeDelta)
  const save = writeTransaction(database, write)

  function append(delta: RunDelta): boolean {
    const { runId } = delta.run
    const before = underWay.get(runId)
    if (!before || !isSameExtent(extentOf(before.stored), delta.since)) return false
    const stored = withDelta(before.stored, delta)
    const id = saveDelta(before, stored, delta)
    if (id === undefined) return false
    const deltas = before.deltas + 1
    if (hasEnded(stored)) {
      underWay.delete(runId)
      packLater({ id, stored, deltas })
    } else underWay.set(runId, { stored, deltas })
    return true
  }

  function saveWhole(stored: StoredRun): void {
    const { runId } = stored.run
    underWay.delete(runId)
    save(stored)
    if (hasEnded(stored)) return
    underWay.set(runId, { stored, deltas: 1 })
    const [oldest] = underWay.keys()
    if (underWay.size > maxUnderWay && oldest !== undefined) underWay.delete(oldest)
  }

  return {
    write,
    append,
    ...packer,
    save: saveWhole,
    replaceRow: (id, row, before) => {
      run('UPDATE rows SET row = ? WHERE id = ?', JSON.stringify(row), id)
      writeColumns(id, row, before)
    },
  }
}

import type Database from 'libsql'
import { contentText, packRun, unpackRun } from './packed-run.ts'
import { pastContentOf } from './past-content.ts'
import type { PreparedStatements } from './prepared-statements.ts'
import { hasEnded } from './run-delta.ts'
import { partsOfRun } from './stored-content.ts'
import { deleteDeltas, deltaNumbers, runOfDelta, selectDeltaCount } from './stored-deltas.ts'
import { isDamagedRun } from './stored-events.ts'
import type { StoredRun } from './trace-store.ts'
import { writeTransaction } from './write-transaction.ts'

type Content = Pick<StoredRun, 'bytes' | 'events' | 'secrets'>

/** A run that deltas make up. */
interface Unpacked {
  readonly id: number
  readonly stored: Content
  readonly deltas: number
}

/** Packs runs out of the deltas that their saves have left: no save waits for it. */
export interface RunPacker {
  /** Has a run that has ended packed with the next ones. */
  readonly packLater: (unpacked: Unpacked) => void
  /** Packs the runs that have ended since it last did. */
  readonly packEnded: () => void
  /**
   * Packs some of the runs that a process has left in deltas, since it was killed for instance. If a
   * process goes on with one of them, it finds that out and saves it whole.
   * @returns whether there may be more
   */
  readonly packLeft: () => boolean
  /** Keeps what later sign-ins look at of a run that has ended; within a transaction. */
  readonly writePastRun: (id: number, stored: Content) => void
}

/** How many runs wait at most, so that they take little memory. */
const maxWaiting = 20
const leftAtOnce = 20

const deltasOfRow = `SELECT (${selectDeltaCount('rows.id')}) AS deltas FROM rows WHERE id = ?`
const updateContent = 'UPDATE rows SET events = ?, bytes = ? WHERE id = ?'
const leftFrom = `
  SELECT DISTINCT ${runOfDelta} AS id FROM deltas WHERE deltas.id >= ? ORDER BY id
  LIMIT ${String(leftAtOnce)}`

/** @param dictionary what the content of each run is compressed with */
export function runPacker(
  database: Database.Database,
  statements: PreparedStatements,
  dictionary: Buffer,
): RunPacker {
  const { all, one, run } = statements
  let waiting: Unpacked[] = []
  let next = 0

  function writePastRun(id: number, stored: Content): void {
    run('INSERT OR REPLACE INTO past_runs VALUES (?, ?)', id, contentText(pastContentOf(stored)))
  }

  const pack = writeTransaction(database, ({ deltas, id, stored }: Unpacked) => {
    const found = one(deltasOfRow, id) as Pick<Unpacked, 'deltas'> | undefined
    // Another process may have deleted it, or gone on with it.
    if (found?.deltas !== deltas) return
    const { bytes, events } = packRun(stored, dictionary)
    // First, so that what is written takes the pages that become free.
    run(deleteDeltas, ...deltaNumbers(id))
    run(updateContent, events, bytes, id)
    if (hasEnded(stored)) writePastRun(id, stored)
  })

  function packEnded(): void {
    const ended = waiting
    waiting = []
    for (const each of ended) pack(each)
  }

  function packOneLeft(id: number): void {
    try {
      const parts = partsOfRun(statements, id)
      const deltas = parts.length - 1
      if (deltas > 0) pack({ id, stored: unpackRun(parts, dictionary), deltas })
    } catch (error) {
      // It stays as it is, and is named to whoever opens it.
      if (!isDamagedRun(error)) throw error
    }
  }

  return {
    packLater: (unpacked) => {
      waiting.push(unpacked)
      if (waiting.length > maxWaiting) packEnded()
    },
    packEnded,
    packLeft: () => {
      const left = all(leftFrom, deltaNumbers(next)[0]) as { id: number }[]
      for (const { id } of left) packOneLeft(id)
      next = (left.at(-1)?.id ?? next) + 1
      return left.length === leftAtOnce
    },
    writePastRun,
  }
}

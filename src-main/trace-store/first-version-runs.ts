import type Database from 'libsql'
import type { Run } from '#contract/routes/runs.ts'
import { Secret, type SecretKind } from '#engine/secret/secret.ts'
import { isDamagedRun, storedEvents } from './stored-events.ts'
import type { StoredRun } from './trace-store.ts'
import { writeTransaction } from './write-transaction.ts'

/** Runs in the tables of the first version, which are moved into those of today. */
export interface FirstVersionRuns {
  /** Moves this run, if it is there, before anything is done with it. */
  readonly moveOne: (runId: string, write: (stored: StoredRun) => void) => void
  /** Moves the newest ones. @returns how many are left */
  readonly moveSome: (limit: number, write: (stored: StoredRun) => void) => number
}

interface First {
  readonly id: number
  readonly row: string
}

/** What is in `deleted` of a run that cannot be read. */
const unreadable = 2

/** Where there are none. */
export const noFirstVersionRuns: FirstVersionRuns = { moveOne: () => undefined, moveSome: () => 0 }

/**
 * Each run is moved in a transaction, so that it is either there or here at any time. Those that were
 * deleted are forgotten, as the first version did at its next start.
 */
export function firstVersionRuns(database: Database.Database): FirstVersionRuns {
  const isThere = () =>
    database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'first_runs'").get() !== undefined
  if (!isThere()) return noFirstVersionRuns

  const all = <Row>(sql: string, ...values: unknown[]) =>
    database.prepare(sql).all(...values) as Row[]
  let finished = false

  function stored({ id, row }: First): StoredRun {
    const events = all<{ event: string }>(
      'SELECT event FROM first_events WHERE run = ? ORDER BY position',
      id,
    )
    const secrets = all<{ mark: string; kind: SecretKind; value: string }>(
      'SELECT mark, kind, value FROM first_secrets WHERE run = ? ORDER BY position',
      id,
    )
    const bytes = all<{
      step: number
      attempt: number
      request: ArrayBuffer
      response: ArrayBuffer | null
    }>(
      'SELECT step, attempt, request, response FROM first_bytes WHERE run = ? ORDER BY step, attempt',
      id,
    )
    const { origin, ...rest } = JSON.parse(row) as Omit<Run, 'origin'> & Partial<Run>
    return {
      // Rows of before there were others say nothing of their origin.
      run: { ...rest, origin: origin ?? 'performed' },
      events: storedEvents(events.map(({ event }) => JSON.parse(event) as unknown)),
      secrets: new Map(secrets.map(({ kind, mark, value }) => [mark, Secret.of(kind, value)])),
      bytes: bytes.map(({ request, response, ...place }) => ({
        ...place,
        request: new Uint8Array(request),
        response: response ? new Uint8Array(response) : undefined,
      })),
    }
  }

  function move(first: First, save: (stored: StoredRun) => void): void {
    save(stored(first))
    for (const table of ['events', 'secrets', 'bytes'])
      database.prepare(`DELETE FROM first_${table} WHERE run = ?`).run(first.id)
    database.prepare('DELETE FROM first_runs WHERE id = ?').run(first.id)
  }

  const moveOne = writeTransaction(database, (runId: string, save: (stored: StoredRun) => void) => {
    const [first] = all<First>(
      'SELECT id, row FROM first_runs WHERE run_id = ? AND deleted = 0',
      runId,
    )
    if (first) move(first, save)
  })
  const moveSome = writeTransaction(
    database,
    (limit: number, save: (stored: StoredRun) => void) => {
      const firsts = all<First>(
        'SELECT id, row FROM first_runs WHERE deleted = 0 ORDER BY started_at DESC LIMIT ?',
        limit,
      )
      for (const first of firsts) moveOrLeave(first, save)
      if (firsts.length === limit) return
      finished = true
      if (all('SELECT id FROM first_runs WHERE deleted = ?', unreadable).length > 0) return
      for (const table of ['runs', 'events', 'secrets', 'bytes'])
        database.exec(`DROP TABLE first_${table}`)
    },
  )

  /** What cannot be read stays where it is, so that nothing is lost and the others are moved. */
  function moveOrLeave(first: First, save: (stored: StoredRun) => void): void {
    try {
      move(first, save)
    } catch (error) {
      if (!(error instanceof SyntaxError || isDamagedRun(error))) throw error
      database.prepare('UPDATE first_runs SET deleted = ? WHERE id = ?').run(unreadable, first.id)
    }
  }

  return {
    moveOne: (runId, save) => {
      if (!finished) moveOne(runId, save)
    },
    moveSome: (limit, save) => {
      if (finished) return 0
      // Another process may have finished meanwhile.
      if (!isThere()) finished = true
      else moveSome(limit, save)
      if (finished) return 0
      const [left] = all<{ count: number }>(
        'SELECT count(*) AS count FROM first_runs WHERE deleted = 0',
      )
      return left?.count ?? 0
    },
  }
}

import type Database from 'libsql'
import type { Run } from '#contract/routes/runs.ts'
import { reveal, Secret, type SecretKind } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { upgrade } from '#engine/trace/upgrade.ts'
import { forgetDeleted } from './schema.ts'
import { searchedText, searchWords } from './searched-text.ts'
import type { StoredRun, TraceStore } from './trace-store.ts'

/** Shorter words have no trigram and are looked for in the text itself. */
const trigram = 3

interface HasId {
  readonly id: number
}

interface HasRow {
  readonly row: string
}

/** A {@link TraceStore} over an open database, which it closes. */
export function sqliteTraceStore(database: Database.Database): TraceStore {
  const one = (sql: string, ...values: unknown[]) => database.prepare(sql).get(...values)
  const all = <Row>(sql: string, ...values: unknown[]) =>
    database.prepare(sql).all(...values) as Row[]
  const run = (sql: string, ...values: unknown[]) => {
    database.prepare(sql).run(...values)
  }
  const idOf = (runId: string) =>
    (one('SELECT id FROM runs WHERE run_id = ? AND deleted = 0', runId) as HasId | undefined)?.id

  const save = database.transaction((stored: StoredRun) => {
    const { bytes, events, run: row, secrets } = stored
    const { id } = one(
      `INSERT INTO runs (run_id, started_at, row) VALUES (?, ?, ?)
       ON CONFLICT (run_id) DO UPDATE SET started_at = excluded.started_at, row = excluded.row
       RETURNING id`,
      ...[row.runId, row.startedAt, JSON.stringify(row)],
    ) as HasId
    const held = (table: string) =>
      (one(`SELECT count(*) AS count FROM ${table} WHERE run = ?`, id) as { count: number }).count
    const fresh = <T>(table: string, items: readonly T[]) => {
      const from = held(table)
      return items.slice(from).map((item, index) => [item, from + index] as const)
    }
    for (const [event, position] of fresh('events', events))
      run('INSERT INTO events VALUES (?, ?, ?)', id, position, JSON.stringify(event))
    for (const [[mark, secret], position] of fresh('secrets', [...secrets]))
      run(
        'INSERT INTO secrets VALUES (?, ?, ?, ?, ?)',
        id,
        position,
        mark,
        secret.kind,
        reveal(secret),
      )
    for (const [{ attempt, request, response, step }] of fresh('bytes', bytes))
      run(
        'INSERT INTO bytes VALUES (?, ?, ?, ?, ?)',
        ...[id, step, attempt, Buffer.from(request), response ? Buffer.from(response) : null],
      )
    run('DELETE FROM searched WHERE rowid = ?', id)
    run('INSERT INTO searched (rowid, text) VALUES (?, ?)', id, searchedText(stored))
  })

  return {
    save: (stored) => {
      save(stored)
    },
    list: (search) => {
      const words = searchWords(search)
      const long = words.filter((word) => Array.from(word).length >= trigram)
      const short = words.filter((word) => Array.from(word).length < trigram)
      const conditions = [
        ...(long.length > 0 ? ['searched MATCH ?'] : []),
        ...short.map(() => 'instr(text, ?) > 0'),
      ]
      const found =
        conditions.length > 0
          ? `AND id IN (SELECT rowid FROM searched WHERE ${conditions.join(' AND ')})`
          : ''
      return all<HasRow>(
        `SELECT row FROM runs WHERE deleted = 0 ${found} ORDER BY started_at DESC, id DESC`,
        ...(long.length > 0 ? [long.map(quoted).join(' AND ')] : []),
        ...short,
      ).map(({ row }) => JSON.parse(row) as Run)
    },
    open: (runId) => {
      const id = idOf(runId)
      if (id === undefined) return undefined
      const { row } = one('SELECT row FROM runs WHERE id = ?', id) as HasRow
      const events = all<{ event: string }>(
        'SELECT event FROM events WHERE run = ? ORDER BY position',
        id,
      )
      const secrets = all<{ mark: string; kind: SecretKind; value: string }>(
        'SELECT mark, kind, value FROM secrets WHERE run = ? ORDER BY position',
        id,
      )
      const bytes = all<{ step: number; attempt: number; request: Blob; response: Blob | null }>(
        'SELECT step, attempt, request, response FROM bytes WHERE run = ? ORDER BY step, attempt',
        id,
      )
      return {
        run: JSON.parse(row) as Run,
        events: upgraded(events.map(({ event }) => JSON.parse(event) as TraceEvent)),
        secrets: new Map(secrets.map(({ kind, mark, value }) => [mark, Secret.of(kind, value)])),
        bytes: bytes.map(({ request, response, ...place }) => ({
          ...place,
          request: new Uint8Array(request),
          response: response ? new Uint8Array(response) : undefined,
        })),
      }
    },
    delete: (runId) => {
      run('UPDATE runs SET deleted = 1 WHERE run_id = ?', runId)
    },
    restore: (runId) => {
      run('UPDATE runs SET deleted = 0 WHERE run_id = ?', runId)
      const found = one('SELECT row FROM runs WHERE run_id = ?', runId) as HasRow | undefined
      return found && (JSON.parse(found.row) as Run)
    },
    close: () => {
      try {
        forgetDeleted(database)
        database.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        database.close()
      }
    },
  }
}

/** As the driver gives it from `all`. */
type Blob = ArrayBuffer

/** A word as FTS5 takes it literally. */
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`

/** Events of an earlier Authscope in today's shapes; what cannot be brought there stays as it is. */
function upgraded(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const started = events.find((event) => event.type === 'started')
  const result = upgrade({ events }, started?.version ?? 1)
  return 'document' in result
    ? (result.document as { events: readonly TraceEvent[] }).events
    : events
}

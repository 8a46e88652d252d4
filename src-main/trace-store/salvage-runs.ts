import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'libsql'
import { z } from 'zod'
import { savedFilter, type SavedFilter } from '#contract/routes/history.ts'
import { runRow } from '#contract/routes/runs.ts'
import type { AnnotatedRun } from './all-runs.ts'
import { eventDictionary } from './event-dictionary.ts'
import { openDatabase, type TraceStoreFile } from './open-trace-store.ts'
import { unpackRun, type PackedRun } from './packed-run.ts'
import type { ImmediateTraceStore } from './sqlite-trace-store.ts'
import { preparedStatements } from './prepared-statements.ts'
import { schemaVersion } from './schema.ts'
import { deltasOf } from './stored-deltas.ts'
import { storedFilters } from './stored-filters.ts'
import { historyRowIn, type StoredRow } from './stored-row.ts'
import type { Salvage } from './stored-salvage.ts'

/** Looks up rows of a damaged database one by one. */
interface DamagedRuns {
  readonly highest: number
  readonly at: (id: number) => AnnotatedRun | undefined
  readonly filters: readonly SavedFilter[]
  readonly close: () => void
}

/** How many rows are looked up before other requests have their turn. */
const atOnce = 20

/** No run takes less room than this. */
const minBytesOfRun = 256

/**
 * Puts runs of damaged databases back into the store that took their place. What lies in a damaged
 * page is left out, and nothing else. How far it came is kept in the store, so that it goes on at
 * the next start.
 */
export function salvagerFor(key: TraceStoreFile['key']) {
  let reading: { readonly path: string; readonly runs: DamagedRuns | undefined } | undefined

  function opened(path: string): DamagedRuns | undefined {
    if (reading?.path !== path) {
      close()
      reading = { path, runs: openDamaged({ path, key }) }
    }
    return reading.runs
  }
  function close(): void {
    reading?.runs?.close()
    reading = undefined
  }

  return {
    /**
     * Puts back the runs of some rows.
     * @returns what was put back, once that is all; undefined before, and where there is nothing to do
     */
    some: (store: ImmediateTraceStore): Salvage | undefined => {
      const salvage = store.salvage()
      if (!salvage) return undefined
      const runs = opened(salvage.path)
      if (runs && runs.filters.length > 0 && store.savedFilters().length === 0)
        store.saveFilters(runs.filters)
      let { next, recovered } = salvage
      const end = Math.min(runs?.highest ?? 0, next + atOnce - 1)
      for (; next <= end; next += 1) {
        const run = runs?.at(next)
        if (run && addRun(store, run)) recovered += 1
      }
      const now = { ...salvage, next, recovered }
      const isDone = next > (runs?.highest ?? 0)
      store.setSalvage(isDone ? undefined : now)
      if (!isDone) return undefined
      close()
      return now
    },
    close,
  }
}

/** A run that is being written may be there already, in a newer state. */
function addRun(store: ImmediateTraceStore, { stored, ...added }: AnnotatedRun): boolean {
  const { runId } = stored.run
  if (store.open(runId)) return false
  store.save(stored)
  if (added.note !== undefined || added.pinned) store.annotate([runId], added)
  return true
}

/** Opens a copy, since a database that is read takes its journal in; undefined when nothing opens. */
function openDamaged({ key, path }: TraceStoreFile): DamagedRuns | undefined {
  const folder = `${path}.salvage`
  const copy = join(folder, 'traces.db')
  const remove = () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  let database: Database.Database | undefined
  try {
    remove()
    mkdirSync(folder, { mode: 0o700 })
    for (const ending of ['', '-wal'])
      if (existsSync(path + ending)) copyFileSync(path + ending, copy + ending)
    database = openDatabase({ path: copy, key })
    // Without this a file that was cut off is refused, whatever is asked for.
    database.pragma('writable_schema = ON')
    const opened = database
    const [{ user_version: version } = { user_version: 0 }] = opened.pragma('user_version') as {
      user_version: number
    }[]
    if (version > schemaVersion) throw new Error('Its tables are not known.')
    const dictionary = dictionaryIn(opened)
    return {
      highest: highestId(opened, path),
      at: (id) => readableRun(opened, id, dictionary),
      filters: filtersIn(opened),
      close: () => {
        opened.close()
        remove()
      },
    }
  } catch {
    database?.close()
    remove()
    return undefined
  }
}

function filtersIn(database: Database.Database): readonly SavedFilter[] {
  try {
    return z.array(savedFilter).parse(storedFilters(preparedStatements(database)).savedFilters())
  } catch {
    return []
  }
}

function dictionaryIn(database: Database.Database): Buffer {
  try {
    const row = database.prepare('SELECT text FROM dictionaries WHERE id = 1').get()
    return Buffer.from((row as { text: ArrayBuffer }).text)
  } catch {
    return Buffer.from(eventDictionary)
  }
}

/** The highest number of a row, as far as damage lets it be read; else more than there can be. */
function highestId(database: Database.Database, path: string): number {
  const found = ['rows', 'runs'].flatMap((table) => {
    try {
      return (database.prepare(`SELECT max(id) AS id FROM ${table}`).get() as { id: number }).id
    } catch {
      return []
    }
  })
  return found.length > 0 ? Math.max(...found) : Math.ceil(statSync(path).size / minBytesOfRun)
}

/** A run, unless it is deleted, or damaged in whatever way. */
function readableRun(
  database: Database.Database,
  id: number,
  dictionary: Buffer,
): AnnotatedRun | undefined {
  try {
    const found = database
      .prepare('SELECT id, CAST(row AS BLOB) AS row, events, bytes FROM rows WHERE id = ?')
      .get(id) as (StoredRow & { events: ArrayBuffer; bytes: ArrayBuffer }) | undefined
    if (!found || isDeleted(database, id)) return undefined
    const { note, pinned, ...row } = historyRowIn(found)
    const run = runRow.parse(row)
    const [events, bytes] = [new Uint8Array(found.events), new Uint8Array(found.bytes)]
    const parts = [{ events, bytes }, ...readableDeltas(database, id)]
    const content = unpackRun(parts, dictionary)
    // Of a run under way whose deltas cannot be read only the row is left.
    if (content.events.length === 0) return undefined
    return { stored: { run, ...content }, note, pinned }
  } catch {
    return undefined
  }
}

/** None in files of earlier versions. */
function readableDeltas(database: Database.Database, id: number): readonly PackedRun[] {
  try {
    return deltasOf(preparedStatements(database), id)
  } catch {
    return []
  }
}

function isDeleted(database: Database.Database, id: number): boolean {
  try {
    const found = database.prepare('SELECT deleted FROM runs WHERE id = ?').get(id)
    return ((found as { deleted: number } | undefined)?.deleted ?? 0) !== 0
  } catch {
    return false
  }
}

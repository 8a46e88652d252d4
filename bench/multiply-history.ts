import { openDatabase, type TraceStoreFile } from '#main/trace-store/open-trace-store.ts'

/**
 * Makes many runs of a few, in SQL: to perform each would take an hour.
 * @param had how many there are, the first `few` of which are copied
 */
export function multiply(file: TraceStoreFile, had: number, many: number, few: number): void {
  const database = openDatabase(file)
  for (let copy = had / few; copy < many / few; copy += 1) {
    const [by, text] = [copy * few, String(copy)]
    database.exec(`
      BEGIN;
      INSERT INTO rows SELECT id + ${String(by)}, run_id || '${text}',
        json_set(row, '$.runId', run_id || '${text}'), events, bytes
        FROM rows WHERE id <= ${String(few)};
      INSERT INTO runs SELECT id + ${String(by)}, kind, started_at - ${String(copy * 3_600_000)},
        service_ms, note, pinned, deleted, '${text}' || user, '${text}' || own, counted, durations
        FROM runs WHERE id <= ${String(few)};
      COMMIT;`)
  }
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

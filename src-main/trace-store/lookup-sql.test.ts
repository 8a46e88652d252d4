import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import * as lookups from './lookup-sql.ts'
import { historyRowOf } from './history-row.ts'
import { openDatabase, openTraceStore } from './open-trace-store.ts'

test('a look-up of one run or user reads no list of all runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-lookups-'))
  const file = { path: join(folder, 'traces.db'), key: Secret.of('text', 'a'.repeat(64)) }
  openTraceStore(file, historyRowOf).store.close()
  const database = openDatabase(file)
  try {
    for (const sql of Object.values(lookups)) {
      const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
      const reads = plan.map(({ detail }) => detail).filter((detail) => !/^CORRELATED/.test(detail))
      expect(reads.join('\n')).not.toMatch(/SCAN|LIST SUBQUERY|TEMP B-TREE/)
      for (const read of reads)
        expect(read, sql).toMatch(/^SEARCH .*(PRIMARY KEY|autoindex|runs_by_id|runs_by_user)/)
    }
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
})

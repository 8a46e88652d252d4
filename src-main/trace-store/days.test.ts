import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { daysOfRuns } from '#engine/query/days-of-runs.ts'
import { parseFilter } from '#engine/query/parse-filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import { historyRowOf } from './history-row.ts'
import { openTraceStore } from './open-trace-store.ts'
import { sampleRun } from './sample-run-under-test.ts'

const hour = 3_600_000

test.each(['Europe/Berlin', 'America/St_Johns', 'Pacific/Apia'])(
  'the days of a filter count the runs that it lists, in %s',
  (zone) => {
    const folder = mkdtempSync(join(tmpdir(), 'authscope-days-'))
    const before = process.env['TZ']
    process.env['TZ'] = zone
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    })
    const file = { path: join(folder, 'traces.db'), key: Secret.of('text', 'a'.repeat(64)) }
    const { store } = openTraceStore(file, historyRowOf)
    // Over the end of summer time, with days that have none, and two runs of one millisecond.
    for (let number = 0; number < 120; number += 1) {
      const { run, ...content } = sampleRun(`run ${String(number)}`)
      const startedAt =
        Date.UTC(2026, 9, 20) + Math.floor(number / 2) * 5 * hour + (number > 80 ? 99 * hour : 0)
      const username = number % 3 === 0 ? 'ada' : 'bob'
      store.save({ ...content, run: { ...run, startedAt, username } })
    }
    store.delete(['run 7'])
    for (const text of ['', 'user:ada', 'not user:ada', 'status:signed-in', 'user:nobody']) {
      const parsed = parseFilter(text, Date.now())
      if ('error' in parsed) throw new Error(parsed.error.message)
      const rows = store.page({ filter: parsed.filter, limit: 1000 })
      expect(store.days(parsed.filter), text).toEqual(daysOfRuns(rows))
    }
    expect(store.days({ kind: 'and', of: [] }).length).toBeGreaterThan(10)
    store.close()
  },
)

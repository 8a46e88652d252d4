import Database from 'libsql'
import { afterEach, expect, test } from 'vitest'
import { daysOfRuns } from '#engine/query/days-of-runs.ts'
import { localDaySql, startOfLocalDay } from './local-day.ts'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test.each(['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe'])(
  'the database, the clock and the list agree on the local day, summer time included, in %s',
  (name) => {
    process.env['TZ'] = name
    const from = Date.UTC(2025, 0, 1)
    const to = Date.UTC(2026, 11, 31)
    const database = new Database(':memory:')
    const day = database.prepare(
      `SELECT ${localDaySql('at', from, to)} AS day FROM (SELECT ? AS at)`,
    )
    for (let at = from; at < to; at += 3_600_000 * 5 + 17) {
      const local = new Date(at)
      const expected = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / 86_400_000
      expect((day.get(at) as { day: number }).day).toBe(expected)
      expect(daysOfRuns([{ startedAt: at, state: 'waiting' }])).toEqual([
        { at: startOfLocalDay(expected), runs: 1, failed: 0 },
      ])
      expect(new Date(startOfLocalDay(expected)).getDate()).toBe(local.getDate())
    }
    database.close()
  },
)

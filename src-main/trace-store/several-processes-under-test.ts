import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { everyRun } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import { historyRowOf } from './history-row.ts'
import { bundleStoreScripts, writeAndKill } from './kill-while-writing-under-test.ts'
import { openTraceStore } from './open-trace-store.ts'

/** What became of one history that several processes had open at once. */
export interface SeveralFigures {
  readonly processes: number
  readonly confirmed: number
  readonly lost: number
  readonly quarantined: number
}

/**
 * Two applications, which begin the file at the same time, write until they are killed; a third
 * process, as the command line, lists, opens and closes meanwhile.
 */
export async function writeBySeveral(times: number): Promise<SeveralFigures> {
  const out = join(process.cwd(), 'out')
  mkdirSync(out, { recursive: true })
  const folder = mkdtempSync(join(out, 'several-'))
  const key = 'd'.repeat(64)
  const figures = { processes: 0, confirmed: 0, lost: 0, quarantined: 0 }
  try {
    await bundleStoreScripts(folder)
    for (let time = 0; time < times; time += 1) {
      const path = join(folder, `${String(time)}.db`)
      const writers = ['first', 'second'].map((name) =>
        writeAndKill(join(folder, 'writer.js'), [path, key, name], 1500, 'kept '),
      )
      const file = { path, key: Secret.of('text', key) }
      const ended = new AbortController()
      const all = Promise.all(writers).finally(() => {
        ended.abort()
      })
      while (!ended.signal.aborted) {
        const reader = openTraceStore(file, historyRowOf)
        figures.quarantined += reader.quarantined.length
        for (const { runId } of reader.store.page({ filter: everyRun, limit: 5 }))
          reader.store.annotate([runId], { pinned: true })
        reader.store.close()
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      const lines = (await all).flat()
      figures.processes += 3
      figures.quarantined += lines.filter((line) => line.startsWith('quarantined')).length
      const { quarantined, store } = openTraceStore(file, historyRowOf)
      figures.quarantined += quarantined.length
      for (const line of lines) {
        const [word, runId = '', length] = line.split(' ')
        if (word !== 'kept') continue
        figures.confirmed += 1
        if ((store.open(runId)?.events.length ?? 0) < Number(length)) figures.lost += 1
      }
      store.close()
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

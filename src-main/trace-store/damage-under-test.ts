import { randomBytes, randomInt } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyRun } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { Quarantined } from '#main/settings/document.ts'
import { openTraceStore } from './open-trace-store.ts'
import { isDamagedRun } from './stored-events.ts'
import { sampleRun } from './sample-run-under-test.ts'
import { inThisThread, openTraceStoreInThread } from './trace-store-client.ts'

/** What became of a file that was damaged, over all times that it was. */
export interface DamageFigures {
  readonly times: number
  /** Everything could still be read. */
  readonly unharmed: number
  /** The file was renamed as it was, with a sentence, and a new one begun. */
  readonly quarantined: number
  /** Single runs were refused with a sentence; the others could be read. */
  readonly runsRefused: number
  /** Runs that were missing, or other than before, without a word. */
  readonly lostSilently: number
}

type Damage = (bytes: Buffer) => Buffer

const somewhere = (bytes: Buffer) => {
  const from = randomInt(bytes.length)
  const length = randomInt(1, 2 ** randomInt(1, 17))
  return [from, Math.min(bytes.length, from + length)] as const
}
/** Ways in which a file is damaged; they take turns. */
const damages: readonly Damage[] = [
  (bytes) => bytes.subarray(0, randomInt(bytes.length)),
  () => Buffer.alloc(0),
  (bytes) => {
    const [from, to] = somewhere(bytes)
    return Buffer.concat([bytes.subarray(0, from), randomBytes(to - from), bytes.subarray(to)])
  },
  (bytes) => {
    const [from, to] = somewhere(bytes)
    return Buffer.from(bytes).fill(0, from, to)
  },
]
const runIds = Array.from({ length: 60 }, (_, number) => `run-${String(number)}`)

/** Cuts off and overwrites a history at random places, and reads all of it after each time. */
export async function damageHistory(times: number): Promise<DamageFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-damage-'))
  const figures = { times, unharmed: 0, quarantined: 0, runsRefused: 0, lostSilently: 0 }
  const key = Secret.of('text', 'd'.repeat(64))
  const whole = join(folder, 'whole.db')
  try {
    const { store } = openTraceStore({ path: whole, key })
    for (const runId of runIds) store.save(sampleRun(runId))
    store.close()
    for (let time = 0; time < times; time += 1) {
      const path = join(folder, `${String(time)}.db`)
      copyFileSync(whole, path)
      const damaged = damages[time % damages.length]?.(readFileSync(path)) ?? Buffer.alloc(0)
      writeFileSync(path, damaged)
      const { lost, quarantined, refused } = await readAll(path, key)
      const [aside] = quarantined
      if (aside) {
        figures.quarantined += 1
        // Found later, it has been written to before; but it is never cut.
        if (aside.reason === '' || statSync(aside.path).size < damaged.length)
          figures.lostSilently += 1
      } else if (lost === 0 && refused === 0) figures.unharmed += 1
      figures.runsRefused += refused
      if (!aside) figures.lostSilently += lost
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function readAll(path: string, key: Secret) {
  const quarantined: Quarantined[] = []
  const store = await openTraceStoreInThread({ path, key }, inThisThread, {
    quarantined: (file) => quarantined.push(file),
  })
  let [lost, refused] = [0, 0]
  const length = sampleRun('').events.length
  const listed = await store.page({ filter: everyRun, limit: 200 })
  if (listed.length < runIds.length) lost += runIds.length - listed.length
  for (const runId of runIds)
    try {
      const run = await store.open(runId)
      if (run?.events.length !== length) lost += 1
    } catch (error) {
      if (!isDamagedRun(error)) throw error
      refused += 1
    }
  // After that the history goes on, whatever has happened.
  await store.save(sampleRun('next'))
  if (!(await store.open('next'))) lost += 1
  await store.close()
  return { lost, refused, quarantined }
}

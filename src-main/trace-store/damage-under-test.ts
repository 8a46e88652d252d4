import { randomBytes, randomInt } from 'node:crypto'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { everyRun } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { Quarantined } from '#main/settings/document.ts'
import { historyRowOf } from './history-row.ts'
import { openTraceStore } from './open-trace-store.ts'
import { isDamagedRun } from './stored-events.ts'
import { sampleRun } from './sample-run-under-test.ts'
import type { Salvage } from './stored-salvage.ts'
import { inThisThread, openTraceStoreInThread } from './trace-store-client.ts'

/** What became of a file that was damaged, over all times that it was. */
export interface DamageFigures {
  readonly times: number
  /** Everything could still be read. */
  readonly unharmed: number
  /** The file was renamed as it was, with a sentence, and a new one begun. */
  readonly quarantined: number
  /** Runs of those files that were put back into the new ones, of 60 in each. */
  readonly runsPutBack: number
  /** Single runs were refused with a sentence; the others could be read. */
  readonly runsRefused: number
  /** Runs that were missing, or other than before, without a word. */
  readonly lostSilently: number
  /** Newest runs that stood in the journal alone, which was what was damaged: lost with a sentence. */
  readonly journalRunsLost: number
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
/** How many of them, the newest, are in the journal alone when a process was killed. */
const inJournal = 5
const key = Secret.of('text', 'd'.repeat(64))
const otherKey = Secret.of('text', 'b'.repeat(64))

/**
 * Cuts off and overwrites a history and its journal at random places, opens it with another key, and
 * reads all of it after each time.
 */
export async function damageHistory(times: number): Promise<DamageFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-damage-'))
  const figures = {
    times,
    unharmed: 0,
    quarantined: 0,
    runsPutBack: 0,
    runsRefused: 0,
    lostSilently: 0,
    journalRunsLost: 0,
  }
  const [whole, killed] = [join(folder, 'whole.db'), join(folder, 'killed.db')]
  try {
    write(whole, runIds).close()
    write(killed, runIds.slice(0, -inJournal)).close()
    const live = write(killed, runIds.slice(-inJournal))
    for (let time = 0; time < times; time += 1) {
      const path = join(folder, `${String(time)}.db`)
      const damage = damages[time % damages.length] ?? ((bytes) => bytes)
      // Most often the file itself; now and then its journal, or the key is another one.
      const kind = (['file', 'file', 'journal', 'file', 'key'] as const)[time % 5] ?? 'file'
      copyFileSync(kind === 'journal' ? killed : whole, path)
      if (kind === 'journal')
        for (const ending of ['-wal', '-shm']) copyFileSync(killed + ending, path + ending)
      const target = kind === 'journal' ? `${path}-wal` : path
      const bytes = readFileSync(target)
      const damaged = kind === 'key' ? bytes : damage(bytes)
      writeFileSync(target, damaged)
      const { journal, lost, putBack, quarantined, refused } = await readAll(
        path,
        kind === 'key' ? otherKey : key,
      )
      const [aside] = quarantined
      if (kind === 'journal' && !aside && lost <= inJournal) {
        const isTold = journal.length > 0 && (damaged.length === 0 || hasCopy(path, damaged))
        if (isTold) figures.journalRunsLost += lost
        else figures.lostSilently += lost
        if (lost + refused === 0) figures.unharmed += 1
        continue
      }
      if (kind === 'key' && !aside) figures.lostSilently += 1
      if (aside) {
        figures.quarantined += 1
        figures.runsPutBack += putBack
        // Found later, it has been written to before; but it is never cut.
        if (aside.reason === '' || statSync(aside.path).size < damaged.length)
          figures.lostSilently += 1
      } else if (lost === 0 && refused === 0) figures.unharmed += 1
      figures.runsRefused += refused
      if (!aside) figures.lostSilently += lost
    }
    live.close()
    return figures
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Whether a damaged journal was kept as it was. */
function hasCopy(path: string, bytes: Buffer): boolean {
  const folder = dirname(path)
  const name = readdirSync(folder).find((one) => one.startsWith(`${basename(path)}.quarantined-`))
  return name !== undefined && readFileSync(join(folder, name)).equals(bytes)
}

function write(path: string, ids: readonly string[]) {
  const { store } = openTraceStore({ path, key }, historyRowOf)
  for (const runId of ids) store.save(sampleRun(runId))
  return store
}

async function readAll(path: string, wantedKey: Secret) {
  const quarantined: Quarantined[] = []
  const journal: string[] = []
  let salvaged: (salvage: Salvage) => void = () => undefined
  const salvage = new Promise<Salvage>((settle) => {
    salvaged = settle
  })
  const store = await openTraceStoreInThread({ path, key: wantedKey }, inThisThread, {
    quarantined: (file) => quarantined.push(file),
    salvaged: (all) => {
      salvaged(all)
    },
    journalDamaged: (text) => journal.push(text),
  })
  const missing = new Set<string>()
  let refused = 0
  const length = sampleRun('').events.length
  const listed = await store.page({ filter: everyRun, limit: 200 })
  const ids = new Set(listed.map(({ runId }) => runId))
  for (const runId of runIds) if (!ids.has(runId)) missing.add(runId)
  for (const runId of runIds)
    try {
      const run = await store.open(runId)
      if (run?.events.length !== length) missing.add(runId)
    } catch (error) {
      if (!isDamagedRun(error)) throw error
      refused += 1
    }
  // After that the history goes on, whatever has happened.
  await store.save(sampleRun('next'))
  if (!(await store.open('next'))) missing.add('next')
  const putBack = quarantined.length > 0 ? (await salvage).recovered : 0
  await store.close()
  return { lost: missing.size, putBack, refused, quarantined, journal }
}

import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { everyRun } from '#engine/query/filter.ts'
import { parseFilter } from '#engine/query/parse-filter.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { historyRowOf } from '#main/trace-store/history-row.ts'
import { bundleStoreScripts } from '#main/trace-store/kill-while-writing-under-test.ts'
import { openTraceStore, type TraceStoreFile } from '#main/trace-store/open-trace-store.ts'
import { openTraceStoreInThread } from '#main/trace-store/trace-store-client.ts'
import {
  deltaSince,
  extentOf,
  withoutUnwrittenAttempts,
  type RunExtent,
} from '#main/trace-store/run-delta.ts'
import type { StoredRun, TraceStore } from '#main/trace-store/trace-store.ts'
import { workerThread } from '#main/trace-store/worker-thread.ts'
import { bundleEarlierHistory, earlierCommit, type EarlierHistory } from './earlier-history.ts'
import { median } from './measure.ts'
import { multiply } from './multiply-history.ts'
import { within, type Row } from './row.ts'
import { realSignIn, varied } from './sample-sign-ins.ts'

const few = 1000
/** How many sign-ins the history is then filled up to. */
const manyOf = [10_000, 100_000] as const
const key = 'e'.repeat(64)
const unheard = { quarantined: () => undefined, journalDamaged: () => undefined }

/** The history at 1,000, 10,000 and 100,000 sign-ins, beside that of the commit before it was packed. */
export async function benchHistory(): Promise<readonly Row[]> {
  const folder = mkdtempSync(resolve('out', 'bench-history-'))
  try {
    const sample = await realSignIn()
    const old = await bundleEarlierHistory(folder)
    await bundleStoreScripts(join(folder, 'thread'))
    const theirs = measureBefore(old, join(folder, 'before.db'), sample)
    const ours = await measureOurs(folder, sample)
    const peer = `the history of ${earlierCommit}`
    const rows = { peer, unit: 'ms' as const }
    return [
      within(
        { ...rows, name: 'Saving a step of a sign-in', ours: ours.save, theirs: theirs.save },
        1 / 5,
      ),
      within(
        { ...rows, name: 'All saves of a sign-in', ours: ours.all, theirs: theirs.all },
        1 / 5,
      ),
      within(
        {
          ...rows,
          name: 'All saves of a sign-in, and packing it afterwards',
          ours: ours.packed,
          theirs: theirs.all,
        },
        1 / 2,
      ),
      within(
        {
          ...rows,
          name: 'Saving a step, in the main thread',
          ours: ours.saveInMain,
          theirs: theirs.save,
        },
        1 / 20,
      ),
      within(
        {
          ...rows,
          name: 'Saving a step, until the thread has confirmed it',
          ours: ours.confirmed,
          theirs: theirs.save,
        },
        1,
      ),
      within(
        { peer, unit: 'KB', name: 'Size of a sign-in', ours: ours.size, theirs: theirs.size },
        1 / 5,
      ),
      ...ours.filled.flatMap(({ many, open, pages, statistics }) => {
        const name = `Opening ${String(many)} sign-ins`
        const opening = { unit: 'ms', name, ours: open } as const
        return [
          within({ ...opening, peer: `opening ${String(few)} of ours`, theirs: ours.openFew }, 1.3),
          within({ ...opening, peer: `${peer} with ${String(few)}`, theirs: theirs.open }, 1),
          within({ ...opening, peer: 'the goal', theirs: 150 }, 1),
          within(
            {
              unit: 'ms',
              name: `Statistics of ${String(many)} sign-ins`,
              ours: statistics,
              peer: 'what a person waits for without a doubt',
              theirs: 1000,
            },
            1,
          ),
          ...Object.entries(pages).map(([page, ms]) =>
            within(
              {
                unit: 'ms',
                name: `${page}, of ${String(many)} sign-ins`,
                ours: ms,
                peer: 'what a person takes for at once',
                theirs: 100,
              },
              1,
            ),
          ),
        ]
      }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A sign-in is kept three times while it goes on. */
const growing = (run: StoredRun): readonly StoredRun[] =>
  [1 / 3, 2 / 3, 1].map((part) => ({
    ...run,
    events: run.events.slice(0, Math.ceil(run.events.length * part)),
    bytes: run.bytes.slice(0, Math.ceil(run.bytes.length * part)),
  }))

/** The mean of what all saves of a sign-in take together. */
const perSignIn = (saves: readonly number[]): number =>
  saves.reduce((sum, one) => sum + one, 0) / few

function measureBefore(
  { Secret: SecretBefore, openTraceStore }: EarlierHistory,
  path: string,
  sample: StoredRun,
) {
  const open = () => openTraceStore({ path, key: SecretBefore.of('text', key) }).store
  const before = ({ secrets, ...stage }: StoredRun) => ({
    ...stage,
    secrets: new Map(
      [...secrets].map(([mark, one]) => [mark, SecretBefore.of(one.kind, reveal(one))]),
    ),
  })
  let store = open()
  const saves: number[] = []
  for (let number = 0; number < few; number += 1)
    for (const stage of growing(varied(sample, number, number * 60_000)).map(before)) {
      const begin = performance.now()
      store.save(stage)
      saves.push(performance.now() - begin)
    }
  store.close()
  const size = statSync(path).size / few / 1024
  const opens = Array.from({ length: 9 }, () => {
    const begin = performance.now()
    store = open()
    store.list('')
    const took = performance.now() - begin
    store.close()
    return took
  })
  return { save: median(saves), all: perSignIn(saves), size, open: Math.min(...opens) }
}

async function measureOurs(folder: string, sample: StoredRun) {
  const path = join(folder, 'traces.db')
  const start = workerThread(pathToFileURL(join(folder, 'thread', 'trace-store.js')))
  const file = { path, key: Secret.of('text', key) }
  const open = (): Promise<TraceStore> => openTraceStoreInThread(file, start, unheard)
  const inThread = savesInThread({ ...file, path: join(folder, 'in-thread.db') }, sample)
  const store = await open()
  const confirmed: number[] = []
  const inMain: number[] = []
  for (let number = 0; number < few; number += 1)
    for (const stage of growing(varied(sample, number, Date.now() - number * 60_000))) {
      const begin = performance.now()
      const saved = store.save(stage)
      inMain.push(performance.now() - begin)
      await saved
      confirmed.push(performance.now() - begin)
    }
  await store.close()
  const size = statSync(path).size / few / 1024
  const openFew = await openingTime(open)
  const filled = []
  let had: number = few
  for (const many of manyOf) {
    multiply(file, had, many, few)
    had = many
    const openMany = await openingTime(open)
    filled.push({ many, open: openMany, ...(await pageTimes(await open())) })
  }
  return {
    save: median(inThread.saves),
    all: perSignIn(inThread.saves),
    packed: perSignIn([...inThread.saves, ...inThread.packs]),
    saveInMain: median(inMain),
    confirmed: median(confirmed),
    size,
    openFew,
    filled,
  }
}

/** What the thread of the store does, without the way there and back: the earlier one had no thread. */
function savesInThread(file: TraceStoreFile, sample: StoredRun) {
  const { store } = openTraceStore(file, historyRowOf)
  const saves: number[] = []
  const packs: number[] = []
  for (let number = 0; number < few; number += 1) {
    let before: RunExtent | undefined
    for (const stage of growing(varied(sample, number, number * 60_000))) {
      const ready = withoutUnwrittenAttempts(stage)
      const delta = before && deltaSince(ready, before)
      const begin = performance.now()
      if (!delta) store.save(ready)
      else if (!store.append(delta)) throw new Error('The store does not know the run any more.')
      saves.push(performance.now() - begin)
      before = extentOf(ready)
    }
    const begin = performance.now()
    store.packEnded()
    packs.push(performance.now() - begin)
  }
  store.close()
  return { saves, packs }
}

/** Until the first page of the list is there; the fastest, since what else runs only ever adds. */
async function openingTime(open: () => Promise<TraceStore>): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < 9; time += 1) {
    const begin = performance.now()
    const store = await open()
    await store.page({ filter: everyRun, limit: 100 })
    times.push(performance.now() - begin)
    await store.close()
  }
  return Math.min(...times)
}

async function pageTimes(
  store: TraceStore,
): Promise<{ readonly pages: Record<string, number>; readonly statistics: number }> {
  const times: Record<string, number> = {
    'A page while statistics are counted': await pageWhileCounting(store),
  }
  for (const [name, text] of [
    ['The first page', ''],
    ['A keystroke of a filter that many pass', 'status:signed-in'],
    ['A keystroke of a filter that few pass', 'user:user-777@'],
    ['A keystroke of a search that none passes', 'nobody'],
  ] as const) {
    const parsed = parseFilter(text, Date.now())
    if ('error' in parsed) throw new Error(parsed.error.message)
    times[name] = await timeOf(() => store.page({ filter: parsed.filter, limit: 100 }))
  }
  for (const by of ['service_ms', 'user', 'status'] as const)
    times[`The first page in the order of ${by}`] = await timeOf(() =>
      store.page({ filter: everyRun, limit: 100, order: { by, descending: true } }),
    )
  const statistics = await timeOf(() => store.statistics(everyRun))
  await store.close()
  return { pages: times, statistics }
}

/** How long the list waits that is asked for right after the statistics of all runs. */
async function pageWhileCounting(store: TraceStore): Promise<number> {
  return timeOf(async () => {
    const counted = store.statistics(everyRun)
    const begin = performance.now()
    await store.page({ filter: everyRun, limit: 100 })
    const took = performance.now() - begin
    await counted
    return took
  })
}

/** The median of seven times, in milliseconds: of what it measures itself, where it does. */
async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let time = 0; time < 7; time += 1) {
    const begin = performance.now()
    const own = await act()
    taken.push(typeof own === 'number' ? own : performance.now() - begin)
  }
  return median(taken)
}

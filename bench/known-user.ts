import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { maxPastRuns } from '#main/runs/facts-before.ts'
import { pastRunOf } from '#main/runs/past-run.ts'
import { createRuns } from '#main/runs/runs.ts'
import { bundleStoreScripts } from '#main/trace-store/kill-while-writing-under-test.ts'
import { openTraceStoreInThread } from '#main/trace-store/trace-store-client.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { workerThread } from '#main/trace-store/worker-thread.ts'
import { bundleEarlierHistory, earlierCommit, type EarlierHistory } from './earlier-history.ts'
import { sideBySide } from './measure.ts'
import { within, type Row } from './row.ts'
import { realSignIn, varied } from './sample-sign-ins.ts'

const few = 100
const many = 3000
const key = 'e'.repeat(64)
const unheard = { quarantined: () => undefined, journalDamaged: () => undefined }
const rounds = 25

/** A user whose runs are looked back on before a sign-in. */
const regular = 'regular@example.com'

/**
 * What a key press in "Username" asks the history: whether this user has a refresh token. Until the
 * last key press the name is nobody's, which was the worst case.
 */
export async function benchKnownUser(): Promise<readonly Row[]> {
  const folder = mkdtempSync(resolve('out', 'bench-known-user-'))
  try {
    const sample = await realSignIn()
    const { profileId } = sample.run
    const stored = Array.from({ length: many }, (_, number) =>
      varied(sample, number, number * 60_000),
    )
    await bundleStoreScripts(join(folder, 'thread'))
    const earlier = earlierRuns(await bundleEarlierHistory(folder), folder, stored)
    const [ofFew, ofMany] = [
      await ourRuns(folder, stored.slice(0, few)),
      await ourRuns(folder, stored),
    ]
    const username = stored[few / 2]?.run.username ?? ''
    const found = await ofMany.lastRefreshToken(profileId, username)
    if (found?.owner !== username) throw new Error(`The history does not know ${username}.`)
    const times = await sideBySide(
      {
        earlier: () => earlier.lastRefreshToken(profileId, 'user-'),
        few: () => ofFew.lastRefreshToken(profileId, 'user-'),
        many: () => ofMany.lastRefreshToken(profileId, 'user-'),
      },
      rounds,
    )
    const looked = await lookBack(folder, sample)
    earlier.close()
    await ofFew.close()
    await ofMany.close()
    const name = `A key press in Username at ${String(many)} sign-ins, of nobody`
    const peer = `the history of ${earlierCommit}`
    return [
      within({ name, ours: times.many, peer, theirs: times.earlier, unit: 'ms' }, 1 / 50),
      within(
        {
          name,
          unit: 'ms',
          peer: `ours at ${String(few)} sign-ins`,
          ours: times.many,
          theirs: times.few,
        },
        1.3,
      ),
      within(
        {
          name: `Looking back on ${String(maxPastRuns)} runs before a sign-in`,
          ours: looked.ours,
          theirs: looked.whole,
          unit: 'ms',
          peer: 'reading these runs whole',
        },
        1 / 5,
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function earlierRuns(
  { createRuns, openTraceStore, Secret: EarlierSecret }: EarlierHistory,
  folder: string,
  stored: readonly StoredRun[],
) {
  const path = join(folder, 'earlier.db')
  const { store } = openTraceStore({ path, key: EarlierSecret.of('text', key) })
  for (const run of stored) {
    const secrets = [...run.secrets].map(
      ([mark, one]) => [mark, EarlierSecret.of(one.kind, reveal(one))] as const,
    )
    store.save({ ...run, secrets: new Map(secrets) })
  }
  return createRuns({ store })
}

async function ourRuns(folder: string, stored: readonly StoredRun[]) {
  const file = {
    path: join(folder, `traces-${String(stored.length)}.db`),
    key: Secret.of('text', key),
  }
  const start = workerThread(pathToFileURL(join(folder, 'thread', 'trace-store.js')))
  const store = await openTraceStoreInThread(file, start, unheard)
  for (const run of stored) await store.save(run)
  return createRuns({
    ports: { modPow: () => 0n, randomBytes, now: Date.now },
    send: () => Promise.reject(new Error('Nothing is sent here.')),
    store,
    application: 'Authscope 0.0.0',
  })
}

/** A sign-in waits for what its user's newest runs say of it. */
async function lookBack(folder: string, sample: StoredRun) {
  const file = { path: join(folder, 'regular.db'), key: Secret.of('text', key) }
  const start = workerThread(pathToFileURL(join(folder, 'thread', 'trace-store.js')))
  const store = await openTraceStoreInThread(file, start, unheard)
  const ids: string[] = []
  for (let number = 0; number < maxPastRuns; number += 1) {
    const run = varied(sample, number, number * 60_000)
    ids.push(run.run.runId)
    await store.save({ ...run, run: { ...run.run, username: regular } })
  }
  const times = await sideBySide(
    {
      ours: async () => {
        const kept = await store.ofUser(regular, maxPastRuns)
        if (kept.length < maxPastRuns) throw new Error('Runs of the user are missing.')
        for (const { events, secrets } of kept) pastRunOf(events, secrets)?.view()
      },
      whole: async () => {
        for (const runId of ids) {
          const run = await store.open(runId)
          if (run) pastRunOf(run.events, run.secrets)?.view()
        }
      },
    },
    rounds,
  )
  await store.close()
  return times
}

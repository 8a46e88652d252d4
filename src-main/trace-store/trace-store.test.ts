import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HistoryRow } from '#contract/routes/history.ts'
import { everyRun } from '#engine/query/filter.ts'
import { parseFilter } from '#engine/query/parse-filter.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { memoryTraceStore } from './memory-trace-store.ts'
import { samplePerson } from '#engine/vectors/sample-trace.ts'
import type { Quarantined } from '#main/settings/document.ts'
import { eventDictionary } from './event-dictionary.ts'
import { openDatabase } from './open-trace-store.ts'
import { packRun, unpackRun } from './packed-run.ts'
import { sampleRun } from './sample-run-under-test.ts'
import { inThisThread, openTraceStoreInThread } from './trace-store-client.ts'
import type { StoredRun, TraceStore } from './trace-store.ts'

let folder: string
let path: string
const opened: TraceStore[] = []
const quarantined: Quarantined[] = []
beforeEach(() => {
  quarantined.splice(0)
  folder = mkdtempSync(join(tmpdir(), 'authscope-store-'))
  path = join(folder, 'traces.db')
})
afterEach(async () => {
  await closeAll()
  rmSync(folder, { recursive: true })
})

const key = (digit: string) => Secret.of('text', digit.repeat(64))
async function open(digit = 'a'): Promise<TraceStore> {
  const store = await openTraceStoreInThread({ path, key: key(digit) }, inThisThread, {
    quarantined: (file) => quarantined.push(file),
    journalDamaged: () => undefined,
  })
  opened.push(store)
  return store
}
async function closeAll() {
  for (const store of opened.splice(0)) await store.close()
}
const idsOf = async (store: TraceStore, filter = '') => {
  const parsed = parseFilter(filter, Date.now())
  if ('error' in parsed) throw new Error(parsed.error.message)
  return (await store.page({ filter: parsed.filter, limit: 100 })).map(({ runId }) => runId)
}

const stored = (runId: string, more: Partial<StoredRun> = {}, startedAt = 1): StoredRun => ({
  run: {
    runId,
    profileId: 'p',
    profileName: 'Staging “Ünïcode”',
    startedAt,
    flow: 'USER_SRP_AUTH',
    username: 'ada@example.com',
    state: 'waiting',
    calls: 1,
    practice: false,
    origin: 'performed',
  },
  events: [{ type: 'computed', at: 1, step: 1, what: 'SRP_A', durationMs: 2, values: [] }],
  secrets: new Map([['‹password 1a2b›', Secret.of('password', 'Canary-Password-1!')]]),
  bytes: [{ step: 1, attempt: 1, request: Buffer.from('CANARY-BYTES'), response: undefined }],
  ...more,
})

test('a stored run is the same after a restart', async () => {
  const ended = { type: 'ended', at: 2, outcome: 'refused', message: 'No: “Ü”' } as const
  await (await open()).save(stored('one'))
  const store = await open()
  const grown = stored('one')
  const whole = {
    ...grown,
    run: { ...grown.run, state: 'refused' as const },
    events: [...grown.events, ended],
    bytes: [
      ...grown.bytes,
      { step: 2, attempt: 1, request: Buffer.from([0, 255, 1]), response: Buffer.from([128, 0]) },
      { step: 3, attempt: 1, request: Buffer.from('x'), response: Buffer.from('') },
    ],
  }
  await store.save(whole)
  await closeAll()
  const again = await (await open()).open('one')
  expect(again?.run).toMatchObject(whole.run)
  expect(again?.events).toEqual(whole.events)
  expect(
    [...(again?.secrets ?? [])].map(([mark, secret]) => [mark, secret.kind, reveal(secret)]),
  ).toEqual([['‹password 1a2b›', 'password', 'Canary-Password-1!']])
  expect(
    again?.bytes.map(({ request, response }) => [[...request], response && [...response]]),
  ).toEqual([
    [[...Buffer.from('CANARY-BYTES')], undefined],
    [
      [0, 255, 1],
      [128, 0],
    ],
    [[...Buffer.from('x')], []],
  ])
})

test('the bytes of a real sign-in come back as they were, and hardly take room', () => {
  const { run, ...content } = sampleRun('one')
  const size = content.bytes.reduce(
    (sum, { request, response }) => sum + request.length + (response?.length ?? 0),
    0,
  )
  const dictionary = Buffer.from(eventDictionary)
  const packed = packRun(content, dictionary)
  expect(unpackRun([packed], dictionary)).toEqual(content)
  expect(run.state).toBe('tokens')
  expect(packed.bytes.length).toBeLessThan(size / 5)
})

test('nothing is in plain text on disk, not even in the journal', async () => {
  const store = await open()
  for (let index = 0; index < 50; index += 1) await store.save(stored(String(index)))
  const readable = () =>
    readdirSync(folder).filter((name) =>
      /canary|example\.com|USER_SRP|Staging/i.test(readFileSync(join(folder, name), 'latin1')),
    )
  expect(readable()).toEqual([])
  await closeAll()
  expect(readable()).toEqual([])
})

test('a file with another key is quarantined and not overwritten', async () => {
  await (await open()).save(stored('one'))
  await closeAll()
  const store = await open('b')
  expect(quarantined).toMatchObject([{ reason: expect.stringContaining('key') }])
  await store.save(stored('two'))
  expect(await idsOf(store)).toEqual(['two'])
  await closeAll()
  path = quarantined[0]?.path ?? ''
  expect((await (await open('a')).open('one'))?.run.runId).toBe('one')
})

test('a damaged file is quarantined unchanged as soon as the damage is found', async () => {
  const store = await open()
  for (let index = 0; index < 200; index += 1) await store.save(stored(String(index)))
  await closeAll()
  const bytes = readFileSync(path)
  bytes.fill(7, 4096, 60_000)
  writeFileSync(path, bytes)
  const fresh = await open()
  expect(await idsOf(fresh)).toEqual([])
  expect(quarantined).toMatchObject([{ reason: expect.stringContaining('damaged') }])
  expect(readFileSync(quarantined[0]?.path ?? '').length).toBe(bytes.length)
  await fresh.save(stored('new'))
  expect(await idsOf(fresh)).toEqual(['new'])
})

test('after a crash the whole file is checked for damage while the list is already shown', async () => {
  const store = await open()
  for (let index = 0; index < 200; index += 1) await store.save(stored(String(index)))
  await closeAll()
  const database = openDatabase({ path, key: key('a') })
  database.exec("UPDATE state SET value = 0 WHERE name = 'ended well'")
  database.close()
  const { size } = statSync(path)
  const bytes = readFileSync(path)
  // In the midst of the contents, which no list reads.
  bytes.fill(7, Math.floor(size / 2 / 4096) * 4096, Math.floor(size / 2 / 4096 + 4) * 4096)
  writeFileSync(path, bytes)
  await open()
  await vi.waitFor(() => {
    expect(quarantined).toMatchObject([{ reason: expect.stringContaining('damaged') }])
  })
})

test('a file of a later version is quarantined', async () => {
  await open()
  await closeAll()
  const database = openDatabase({ path, key: key('a') })
  database.pragma('user_version = 99')
  database.close()
  await open()
  expect(quarantined).toMatchObject([{ reason: expect.stringContaining('later version') }])
})

test('a file that cannot be created is an error', async () => {
  path = join(folder, 'not-there', 'traces.db')
  await expect(open()).rejects.toThrow()
})

test.each([
  ['on disk', () => open()],
  ['in memory', () => Promise.resolve(memoryTraceStore())],
])('runs are filtered, deleted, restored and annotated, %s', async (_, make) => {
  const store = await make()
  await store.save(stored('one', {}, 1))
  const other = stored('two', {}, 2)
  const run = { ...other.run, username: 'bob', message: 'a "quoted" -word* OR' }
  await store.save({ ...other, run })
  const found = (filter: string) => idsOf(store, filter)
  expect(await found('')).toEqual(['two', 'one'])
  expect(await found('EXAMPLE.com')).toEqual(['one'])
  expect(await found('ünïc')).toEqual(['two', 'one'])
  expect(await found('bo user_srp')).toEqual(['two'])
  expect(await found(String.raw`"a \"quoted\" -word* OR"`)).toEqual(['two'])
  expect(await found('user:ada status:waiting')).toEqual(['one'])
  expect(await found('not user:ada')).toEqual(['two'])
  expect(await found('nobody')).toEqual([])
  expect(await store.annotate(['one'], { note: 'Look at Ünï', pinned: true })).toMatchObject([
    { note: 'Look at Ünï', pinned: true },
  ])
  expect(await found('pinned has:note "look at ünï"')).toEqual(['one'])
  // What a person added survives that the run goes on.
  await store.save(stored('one', {}, 1))
  expect(await found('pinned')).toEqual(['one'])
  await store.annotate(['one'], { note: '', pinned: false })
  expect(await found('pinned or has:note')).toEqual([])
  // Several at once, of which one is not there.
  const pinned = await store.annotate(['one', 'none', 'two'], { pinned: true })
  expect(pinned.map(({ runId }) => runId)).toEqual(['one', 'two'])
  expect(await found('pinned')).toEqual(['two', 'one'])
  await store.delete(['two'])
  expect(await found('')).toEqual(['one'])
  expect(await store.open('two')).toBeUndefined()
  await store.save({ ...other, run })
  expect(await found('')).toEqual(['one'])
  await store.restore(['two'])
  expect(await found('')).toEqual(['two', 'one'])
})

test.each([
  ['on disk', () => open()],
  ['in memory', () => Promise.resolve(memoryTraceStore())],
])('consecutive pages contain every run once, %s', async (_, make) => {
  const store = await make()
  // Several of one time.
  for (let index = 0; index < 25; index += 1)
    await store.save(stored(String(index), {}, Math.floor(index / 4)))
  const seen: string[] = []
  for (let after: HistoryRow | undefined; ;) {
    const rows = await store.page({ filter: everyRun, limit: 4, ...(after && { after }) })
    after = rows.at(-1)
    if (!after) break
    seen.push(...rows.map(({ runId }) => runId))
  }
  expect(new Set(seen).size).toBe(25)
  expect(seen).toEqual(await idsOf(store))
  expect((await store.page({ filter: everyRun, skip: 20, limit: 9 })).length).toBe(5)
  expect(await store.count(everyRun)).toBe(25)
})

test('a deleted run is gone after a restart, but not one that another process deleted', async () => {
  const store = await open()
  await store.save(stored('one'))
  await store.save(stored('two'))
  const other = await open()
  await other.delete(['two'])
  await store.delete(['one'])
  await store.close()
  opened.splice(opened.indexOf(store), 1)
  await other.restore(['one', 'two'])
  expect(await idsOf(other)).toEqual(['two'])
})

test('a refresh token is found by who signed in and by whose it is', async () => {
  for (const store of [memoryTraceStore(), await open()]) {
    const real = sampleRun('one')
    await store.save({ ...real, run: { ...real.run, username: 'alias@example.com' } })
    for (const name of ['alias@example.com', samplePerson.sub])
      expect((await store.withRefreshToken('p', name))?.run.runId).toBe('one')
    expect(await store.withRefreshToken('other', samplePerson.sub)).toBeUndefined()
    await store.delete(['one'])
    expect(await store.withRefreshToken('p', samplePerson.sub)).toBeUndefined()
  }
})

test('the newest runs of a user are found whatever the case of the name, and not those deleted', async () => {
  for (const store of [memoryTraceStore(), await open()]) {
    for (const [index, username] of ['Ada', 'ada', 'grace', 'ada'].entries()) {
      const sample = sampleRun(`run${String(index)}`)
      await store.save({ ...sample, run: { ...sample.run, username, startedAt: 1000 + index } })
    }
    const idsFound = async (limit: number) =>
      (await store.ofUser('ADA', limit)).map(({ run }) => run.runId)
    expect(await idsFound(9)).toEqual(['run3', 'run1', 'run0'])
    expect(await idsFound(2)).toEqual(['run3', 'run1'])
    const others = await store.ofUser('ada', 2, ['run3', 'run7'])
    expect(others.map(({ run }) => run.runId)).toEqual(['run1'])
    const [newest] = await store.ofUser('ada', 1)
    expect([...(newest?.secrets.keys() ?? [])]).not.toEqual([])
    await store.delete(['run3'])
    expect(await idsFound(1)).toEqual(['run1'])
  }
})

test('no database is opened or created with an empty or shortened key', async () => {
  for (const digits of ['', 'a'.repeat(63)])
    await expect(
      openTraceStoreInThread({ path, key: Secret.of('text', digits) }, inThisThread, {
        quarantined: () => undefined,
        journalDamaged: () => undefined,
      }),
    ).rejects.toThrow('64 hex digits')
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['on disk', () => open()],
  ['in memory', () => Promise.resolve(memoryTraceStore())],
])('runs that are neither pinned nor deleted are prunable, %s', async (_, make) => {
  const store = await make()
  for (const number of [1, 2, 3, 4]) await store.save(stored(String(number), {}, number))
  await store.save(stored('new', {}, Date.now()))
  await store.annotate(['2'], { pinned: true })
  await store.delete(['3'])
  const limits = { days: 30, runs: 0, megabytes: 0 }
  const found = await store.prunable(limits)
  expect(found).toMatchObject({ runIds: ['4', '1'], from: 1, to: 4 })
  expect(found.bytes).toBeGreaterThan(100)
  expect(await store.prunable({ ...limits, days: 0 })).toEqual({ runIds: [], bytes: 0 })
  expect(await idsOf(store)).toEqual(['new', '4', '2', '1'])
})

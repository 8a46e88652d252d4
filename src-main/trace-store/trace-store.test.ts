import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { memoryTraceStore } from './memory-trace-store.ts'
import { openDatabase, openTraceStore } from './open-trace-store.ts'
import type { StoredRun, TraceStore } from './trace-store.ts'

let folder: string
let path: string
const opened: TraceStore[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-store-'))
  path = join(folder, 'traces.db')
})
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
  rmSync(folder, { recursive: true })
})

const key = (digit: string) => Secret.of('text', digit.repeat(64))
function open(digit = 'a') {
  const result = openTraceStore({ path, key: key(digit) })
  opened.push(result.store)
  return result
}
function closeAll() {
  for (const store of opened.splice(0)) store.close()
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

test('a stored run is the same after a restart', () => {
  const ended = { type: 'ended', at: 2, outcome: 'refused', message: 'No: “Ü”' } as const
  open().store.save(stored('one'))
  const { store } = open()
  const grown = stored('one')
  const whole = {
    ...grown,
    run: { ...grown.run, state: 'refused' as const },
    events: [...grown.events, ended],
    bytes: [
      ...grown.bytes,
      { step: 2, attempt: 1, request: Buffer.from([0, 255, 1]), response: Buffer.from([128, 0]) },
    ],
  }
  store.save(whole)
  closeAll()
  const again = open().store.open('one')
  expect(again?.run).toEqual(whole.run)
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
  ])
})

test('nothing is in plain text on disk, not even in the journal', () => {
  const { store } = open()
  for (let index = 0; index < 50; index += 1) store.save(stored(String(index)))
  const readable = () =>
    readdirSync(folder).filter((name) =>
      /canary|example\.com|USER_SRP|Staging/i.test(readFileSync(join(folder, name), 'latin1')),
    )
  expect(readable()).toEqual([])
  closeAll()
  expect(readable()).toEqual([])
})

test('a file with another key is quarantined and not overwritten', () => {
  open().store.save(stored('one'))
  closeAll()
  const { quarantined, store } = open('b')
  expect(quarantined).toMatchObject([{ reason: expect.stringContaining('key') }])
  store.save(stored('two'))
  expect(store.list('').map(({ runId }) => runId)).toEqual(['two'])
  closeAll()
  path = quarantined[0]?.path ?? ''
  expect(open('a').store.open('one')?.run.runId).toBe('one')
})

test('a damaged file is quarantined unchanged', () => {
  const { store } = open()
  for (let index = 0; index < 200; index += 1) store.save(stored(String(index)))
  closeAll()
  const bytes = readFileSync(path)
  bytes.fill(7, 4096, 40_000)
  writeFileSync(path, bytes)
  const { quarantined, store: fresh } = open()
  expect(quarantined).toMatchObject([{ reason: expect.stringContaining('damaged') }])
  expect(readFileSync(quarantined[0]?.path ?? '')).toEqual(bytes)
  expect(fresh.list('')).toEqual([])
})

test('a file of a later version is quarantined', () => {
  open()
  closeAll()
  const database = openDatabase({ path, key: key('a') })
  database.pragma('user_version = 99')
  database.close()
  expect(open().quarantined).toMatchObject([{ reason: expect.stringContaining('later version') }])
})

test('a file that cannot be created is an error', () => {
  path = join(folder, 'not-there', 'traces.db')
  expect(() => open()).toThrow()
})

test.each([
  ['on disk', () => open().store],
  ['in memory', memoryTraceStore],
])('search, delete and restore find the right runs %s', (_, make) => {
  const store = make()
  store.save(stored('one', {}, 1))
  const other = stored('two', {}, 2)
  store.save({ ...other, run: { ...other.run, username: 'bob', message: 'a "quoted" -word* OR' } })
  const found = (search: string) => store.list(search).map(({ runId }) => runId)
  expect(found('')).toEqual(['two', 'one'])
  expect(found('EXAMPLE.com')).toEqual(['one'])
  expect(found('ünïc')).toEqual(['two', 'one'])
  expect(found('bo srp_a')).toEqual(['two'])
  expect(found('"quoted" -word* OR')).toEqual(['two'])
  expect(found('nobody')).toEqual([])
  store.delete('two')
  expect(found('')).toEqual(['one'])
  expect(store.open('two')).toBeUndefined()
  store.save(stored('two', {}, 2))
  expect(found('')).toEqual(['one'])
  expect(store.restore('two')?.runId).toBe('two')
  expect(found('')).toEqual(['two', 'one'])
})

test('a deleted run cannot be restored after a restart', () => {
  const { store } = open()
  store.save(stored('one'))
  store.delete('one')
  closeAll()
  const { store: next } = open()
  expect(next.restore('one')).toBeUndefined()
  expect(next.list('')).toEqual([])
})

test('no database is opened or created with an empty or shortened key', () => {
  for (const digits of ['', 'a'.repeat(63)])
    expect(() => openTraceStore({ path, key: Secret.of('text', digits) })).toThrow('64 hex digits')
  expect(readdirSync(folder)).toEqual([])
})

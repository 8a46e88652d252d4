import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { exportHistory, historyContents, importHistory } from './encrypted-history.ts'
import { memoryTraceStore } from './memory-trace-store.ts'
import { sampleRun } from './sample-run-under-test.ts'

let folder: string
let path: string
const words = 'correct horse battery'
const passphrase = Secret.of('text', words)
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-encrypted-'))
  path = join(folder, 'history.age')
  const store = memoryTraceStore()
  for (const runId of ['one', 'two', 'three']) await store.save(sampleRun(runId))
  await store.annotate(['two'], { note: 'Ask the owner', pinned: true })
  expect(await exportHistory(store, path, passphrase, { workFactor: 10 })).toBe(3)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('the whole history comes back with its secrets, bytes, notes and pins', async () => {
  const store = memoryTraceStore()
  expect(await importHistory(store, path, passphrase)).toEqual({ added: 3, known: 0 })
  const { bytes, events, run, secrets } = sampleRun('two')
  const two = await store.open('two')
  expect(two).toMatchObject({ run, events, bytes })
  expect([...(two?.secrets ?? [])].map(([mark, secret]) => [mark, reveal(secret)])).toEqual(
    [...secrets].map(([mark, secret]) => [mark, reveal(secret)]),
  )
  const rows = await store.page({ filter: everyRun, limit: 10 })
  expect(rows.find(({ runId }) => runId === 'two')).toMatchObject({
    note: 'Ask the owner',
    pinned: true,
  })
  expect(await importHistory(store, path, passphrase)).toEqual({ added: 0, known: 3 })
})

test('the file is one of age, for this user alone, with nothing in plain text and no rest beside it', async () => {
  const bytes = readFileSync(path)
  expect(statSync(path).mode & 0o077).toBe(0)
  expect(readdirSync(folder)).toEqual(['history.age'])
  expect(bytes.toString('latin1')).not.toMatch(/ada|USER_SRP|eyJ/)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(words)
  const plain = gunzipSync(await decrypter.decrypt(new Uint8Array(bytes))).toString()
  expect(plain.split('\n')[0]).toBe('{"format":"authscope-history","version":1}')
})

test('what a file contains is said before anything is imported', async () => {
  const store = memoryTraceStore()
  await store.save(sampleRun('two'))
  const { startedAt } = sampleRun('two').run
  const read: number[] = []
  expect(
    await historyContents(store, path, passphrase, { onProgress: (bytes) => read.push(bytes) }),
  ).toEqual({ runs: 3, known: 1, from: startedAt, to: startedAt })
  expect(read.at(-1)).toBe(statSync(path).size)
  expect(await store.count(everyRun)).toBe(1)
})

test('an export that is cancelled leaves no file, and an import what it has added', async () => {
  const store = memoryTraceStore()
  for (const runId of ['one', 'two', 'three']) await store.save(sampleRun(runId))
  const cancelAfter = (runs: number) => {
    const controller = new AbortController()
    let done = 0
    const onProgress = () => {
      done += 1
      if (done >= runs) controller.abort()
    }
    return { signal: controller.signal, onProgress, workFactor: 10 }
  }
  const other = join(folder, 'cancelled.age')
  await expect(exportHistory(store, other, passphrase, cancelAfter(1))).rejects.toThrow()
  expect(readdirSync(folder).filter((name) => name.startsWith('cancelled'))).toEqual([])
  const target = memoryTraceStore()
  await expect(importHistory(target, path, passphrase, cancelAfter(2))).rejects.toMatchObject({
    code: 'cancelled',
    message: 'Cancelled. Runs imported until then: 1.',
  })
  expect(await target.count(everyRun)).toBe(1)
})

test('a short passphrase, a wrong one, a damaged file and one that is cut off are refused with a sentence', async () => {
  const store = memoryTraceStore()
  const refused = (file: string, secret = passphrase) =>
    expect(importHistory(store, file, secret)).rejects
  await expect(exportHistory(store, path, Secret.of('text', 'short'))).rejects.toMatchObject({
    code: 'passphrase-short',
  })
  await refused(path, Secret.of('text', 'another passphrase')).toMatchObject({
    code: 'history-file-refused',
    message: expect.stringContaining('passphrase'),
  })
  const whole = readFileSync(path)
  const other = join(folder, 'other.age')
  for (const content of [
    whole.subarray(0, -40),
    Buffer.concat([whole.subarray(0, -40), Buffer.alloc(40)]),
    Buffer.from('no age file'),
    Buffer.alloc(0),
  ]) {
    writeFileSync(other, content)
    await refused(other).toMatchObject({
      code: 'history-file-refused',
      message: expect.stringContaining('no history'),
    })
  }
  await refused(join(folder, 'absent.age')).toMatchObject({ code: 'history-file-refused' })
})

test.each([
  [0, 'or it is damaged or cut off.'],
  [1, 'or it is damaged or cut off. 1 run before the damage was imported.'],
  [2, 'or it is damaged or cut off. 2 runs before the damage were imported.'],
])('a file that is damaged after %d runs says how many were imported', async (whole, end) => {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(reveal(passphrase))
  const lines = gunzipSync(await decrypter.decrypt(readFileSync(path)))
    .toString()
    .split('\n')
  const encrypter = new Encrypter()
  encrypter.setPassphrase(reveal(passphrase))
  encrypter.setScryptWorkFactor(10)
  const damaged = [...lines.slice(0, 1 + whole), '{"run":'].join('\n')
  const other = join(folder, 'damaged.age')
  writeFileSync(other, await encrypter.encrypt(gzipSync(damaged)))
  const target = memoryTraceStore()
  await expect(importHistory(target, other, passphrase)).rejects.toMatchObject({
    code: 'history-file-refused',
    message: `The file is no history that Authscope exported, ${end}`,
  })
  expect(await target.count(everyRun)).toBe(whole)
})

import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writePrivateFile, writePrivatePieces } from './write-private-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-private-file-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

it('a file is replaced as a whole, and is for its user alone', async () => {
  const path = join(folder, 'trace.json')
  await writePrivateFile(path, 'the first, longer text')
  await writePrivateFile(path, 'the second')
  expect(readFileSync(path, 'utf8')).toBe('the second')
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['trace.json'])
})

it('two writes at once leave the whole of the later one', async () => {
  const path = join(folder, 'trace.json')
  await Promise.all([writePrivateFile(path, 'x'.repeat(200_000)), writePrivateFile(path, 'short')])
  expect(readFileSync(path, 'utf8')).toBe('short')
})

it('a write that fails says why, and leaves no part of a file behind', async () => {
  const path = join(folder, 'trace.json')
  mkdirSync(path)
  await expect(writePrivateFile(path, 'text')).rejects.toThrow(/EISDIR|EPERM|ENOTEMPTY|EEXIST/)
  expect(readdirSync(folder)).toEqual(['trace.json'])
})

async function* pieces(failing: boolean) {
  yield 'one ü, '
  yield new Uint8Array([0xff])
  await Promise.resolve()
  if (failing) throw new Error('the third fails')
}

it.skipIf(process.platform === 'win32')(
  'a file of pieces replaces what a link points to, and is for its user alone',
  async () => {
    const path = join(folder, 'trace.har')
    writeFileSync(path, 'old')
    symlinkSync(path, join(folder, 'link.har'))
    await writePrivatePieces(join(folder, 'link.har'), pieces(false))
    expect(readFileSync(path)).toEqual(Buffer.concat([Buffer.from('one ü, '), Buffer.from([0xff])]))
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).toSorted()).toEqual(['link.har', 'trace.har'])
  },
)

it('pieces that end with an error leave what was there before, and nothing beside it', async () => {
  const path = join(folder, 'trace.har')
  writeFileSync(path, 'old')
  await expect(writePrivatePieces(path, pieces(true))).rejects.toThrow('the third fails')
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['trace.har'])
})

it('what killed exports left is replaced by the next of that name, and nothing else is', async () => {
  const { pid: ended } = spawnSync(process.execPath, ['-e', ''])
  const stale = `trace.har.${String(ended)}-1a2b3c4d.part`
  const others = [
    'trace.har.part',
    'trace.har.1a2b3c4d.part',
    `other.har.${String(ended)}-1a2b3c4d.part`,
    `trace.har.${String(process.ppid)}-1a2b3c4d.part`,
  ]
  for (const name of others) writeFileSync(join(folder, name), 'stale')
  for (const write of [
    () => writePrivateFile(join(folder, 'trace.har'), 'new'),
    () => writePrivatePieces(join(folder, 'trace.har'), ['n', 'ew']),
  ]) {
    writeFileSync(join(folder, stale), 'stale')
    await write()
    expect(readFileSync(join(folder, 'trace.har'), 'utf8')).toBe('new')
    expect(readdirSync(folder).toSorted()).toEqual(['trace.har', ...others].toSorted())
  }
  for (const name of others) expect(readFileSync(join(folder, name), 'utf8')).toBe('stale')
})

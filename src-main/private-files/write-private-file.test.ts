import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writePrivateFile } from './write-private-file.ts'

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

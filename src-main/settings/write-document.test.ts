import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeDocument } from './write-document.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-document-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

it('a document is written into a folder that is not there yet, for its user alone', async () => {
  const path = join(folder, 'new', 'profiles.json')
  await writeDocument(path, { version: 1, profiles: [] })
  await writeDocument(path, { version: 1, profiles: ['one'] })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ version: 1, profiles: ['one'] })
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(folder, 'new'))).toEqual(['profiles.json'])
})

it('two writes at once leave the whole of the later one', async () => {
  const path = join(folder, 'settings.json')
  const long = 'x'.repeat(200_000)
  await Promise.all([writeDocument(path, { long }), writeDocument(path, { short: true })])
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ short: true })
})

it('a write that fails says why, and leaves no part of a file behind', async () => {
  const path = join(folder, 'settings.json')
  mkdirSync(path)
  await expect(writeDocument(path, {})).rejects.toThrow(/EISDIR|EPERM|ENOTEMPTY|EEXIST/)
  expect(readdirSync(folder)).toEqual(['settings.json'])
})

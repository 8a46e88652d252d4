import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databasesIn, tidyDataFolder } from './tidy-data-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-tidy-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})
const put = (name: string) => {
  const path = join(folder, name)
  writeFileSync(path, 'x')
  chmodSync(path, 0o644)
  return path
}

test('what a kill left half written is gone, and nothing else', () => {
  const kept = ['profiles.json', 'profiles.damaged-2026-11-23T05-30-00-000.json', 'own.part']
  for (const name of kept) put(name)
  put('profiles.json.tmp-1764324000a1b2c3')
  put('export.har.1a2b3c4d.part')
  tidyDataFolder(folder)
  expect(readdirSync(folder).sort()).toEqual([...kept].sort())
})

test.runIf(process.platform !== 'win32')('documents and databases are for this user alone', () => {
  const paths = ['vault.json', 'traces-1a2b.db', 'traces-1a2b.db-wal', 'authscope.log'].map(put)
  tidyDataFolder(folder)
  for (const path of paths) expect(statSync(path).mode & 0o777, path).toBe(0o600)
})

test('a folder that is not there is no error', () => {
  tidyDataFolder(join(folder, 'none'))
  expect(databasesIn(join(folder, 'none'))).toEqual([])
})

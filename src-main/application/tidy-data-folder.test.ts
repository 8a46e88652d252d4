import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HarFile } from '#main/export/har-file.ts'
import { writePrivatePieces } from '#main/private-files/write-private-file.ts'
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

test('a folder without leftovers stays as it is', () => {
  const kept = [
    'profiles.json',
    'profiles.damaged-2026-11-23T05-30-00-000.json',
    'traces-1a2b.db',
    'traces-1a2b.db.quarantined-20261123053000',
    'authscope.log.1',
    // Names that a person gives.
    'vault.json.1764324000',
    'own.part',
    'export.har.1a2b3c4d.part',
  ]
  for (const name of kept) put(name)
  tidyDataFolder(folder)
  expect(readdirSync(folder).sort()).toEqual([...kept].sort())
})

const isTemporary = (name: string) => !/\.(json|har)$/.test(name)
const temporaryFiles = () => readdirSync(folder).filter(isTemporary)

test('a document whose write was killed is whole, and its temporary file is gone', async () => {
  // As electron-store writes, which only runs in Electron.
  const script = `
    import Store from 'conf'
    const store = new Store({ cwd: ${JSON.stringify(folder)}, configName: 'profiles' })
    for (;;) store.store = { text: 'x'.repeat(5_000_000) }`
  // Some kills come after the rename.
  while (temporaryFiles().length === 0) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    while (temporaryFiles().length === 0 && child.exitCode === null)
      await new Promise((soon) => setImmediate(soon))
    expect(child.exitCode).toBeNull()
    child.kill('SIGKILL')
    await ended
  }
  tidyDataFolder(folder)
  expect(temporaryFiles()).toEqual([])
})

/** Each begins to write a file, and gives what ends it. */
const exports = {
  'an export': (path: string) => {
    let finish = (): void => undefined
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    async function* pieces() {
      yield 'x'
      await finished
    }
    const written = writePrivatePieces(path, pieces())
    return () => {
      finish()
      return written
    }
  },
  'the HAR of a watch': (path: string) => {
    const file = new HarFile(path)
    return () => file.close()
  },
}

test.each(Object.entries(exports))(
  'the temporary file of %s stays as long as its process runs, and not longer',
  async (_, begin) => {
    const ended = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' })
    await once(ended, 'exit')
    const finish = begin(join(folder, 'trace.har'))
    while (temporaryFiles().length === 0) await new Promise((soon) => setImmediate(soon))
    const [name = ''] = temporaryFiles()
    tidyDataFolder(folder)
    expect(temporaryFiles()).toEqual([name])
    const killed = name.replace(`.${String(process.pid)}-`, `.${String(ended.pid)}-`)
    expect(killed).not.toBe(name)
    put(killed)
    tidyDataFolder(folder)
    expect(temporaryFiles()).toEqual([name])
    await finish()
    expect(readdirSync(folder)).toEqual(['trace.har'])
  },
)

test('the copy of a history that was being salvaged is gone', () => {
  mkdirSync(join(folder, 'traces-1a2b.db.salvage'))
  put('traces-1a2b.db.salvage/traces.db')
  tidyDataFolder(folder)
  expect(readdirSync(folder)).toEqual([])
})

test('a temporary file of Chromium is gone, unless this process may be writing it', () => {
  const [old, present] = ['.org.chromium.Chromium.kPzrAR', '.org.chromium.Chromium.aB3dE6']
  utimesSync(put(old), 1, 1)
  put(present)
  tidyDataFolder(folder)
  expect(readdirSync(folder)).toEqual([present])
})

test('what a process that still runs is writing stays', () => {
  const name = `trace.har.${String(process.ppid)}-1a2b3c4d.part`
  put(name)
  tidyDataFolder(folder)
  expect(readdirSync(folder)).toEqual([name])
})

test.runIf(process.platform !== 'win32')('documents and databases are for this user alone', () => {
  const paths = [
    'vault.json',
    'profiles.damaged-2026-11-23T05-30-00-000.json',
    'traces-1a2b.db',
    'traces-1a2b.db-wal',
    'traces-1a2b.db.quarantined-20261123053000',
    'traces-1a2b.db.set-aside-20261123053000-wal',
    'authscope.log',
    'authscope.log.1',
  ].map(put)
  tidyDataFolder(folder)
  for (const path of paths) expect(statSync(path).mode & 0o777, path).toBe(0o600)
})

test('a folder that is not there is no error', () => {
  tidyDataFolder(join(folder, 'none'))
  expect(databasesIn(join(folder, 'none'))).toEqual([])
})

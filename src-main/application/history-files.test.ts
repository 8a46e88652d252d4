// The files of the history: whose they are, and what is said when their key is lost.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { passwordSignIn, startUnderTest } from './application-under-test.ts'
import type { RunningApplication } from './compose.ts'

vi.setConfig({ testTimeout: 40_000 })

let folder = ''
let running: RunningApplication | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-history-files-'))
})
async function stop() {
  await running?.close()
  running = undefined
}
afterEach(async () => {
  await stop()
  rmSync(folder, { recursive: true })
})

/** Starts the application again on the folder. @returns its calls */
async function start() {
  await stop()
  const { application, call } = startUnderTest(folder)
  running = application
  const listed = () => call('history.page', { filter: '', limit: 100 })
  return { application, call, listed }
}

async function startWithOneSignIn() {
  const started = await start()
  const { application, call, listed } = started
  await application.startPractice()
  const [profile] = await call('profile.list')
  await call('run.start', passwordSignIn(profile?.id))
  await expect
    .poll(async () => (await listed()).rows, { timeout: 20_000 })
    .toMatchObject([{ state: 'tokens' }])
  return started
}

test('a history whose key is in neither of its two files is named, and read once one is back', async () => {
  const vaultFile = join(folder, 'vault.json')
  await startWithOneSignIn()
  await stop()
  const vault = readFileSync(vaultFile)
  for (const name of ['vault.json', 'vault-copy.json']) rmSync(join(folder, name))

  const without = await start()
  expect((await without.listed()).rows).toEqual([])
  expect((await without.call('storage.state')).quarantined).toMatchObject([
    {
      path: expect.stringMatching(/traces-\w+\.db$/),
      reason: expect.stringMatching(/in neither vault\.json nor vault-copy\.json.*Put back/),
    },
  ])
  await stop()
  writeFileSync(vaultFile, vault)
  expect((await (await start()).listed()).rows).toHaveLength(1)
})

test.skipIf(process.platform === 'win32')('its files are for this user alone', async () => {
  await startWithOneSignIn()
  const history = readdirSync(folder).filter((name) => name.startsWith('traces-'))
  expect(history.some((name) => name.endsWith('.db'))).toBe(true)
  const others = (name: string) => statSync(join(folder, name)).mode & 0o077
  expect(history.filter((name) => others(name) !== 0)).toEqual([])
})

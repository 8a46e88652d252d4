// A day of use: many sign-ins through one application, whose memory, handles and start stay as they were.
// AUTHSCOPE_SIGN_INS=10000 before a release.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import type { Contract } from '#contract/contract.ts'
import type { Client } from '#contract/define.ts'
import { openDocument, type WriteFile } from '#main/settings/document.ts'
import { emptySettingsFile, settingsFile, settingsVersion } from '#main/settings/settings.ts'
import { secretBoxInMemory } from '#main/vault/secret-box-in-memory.ts'
import { startApplication } from './compose.ts'

vi.setConfig({ testTimeout: 540_000 })

const signIns = Number(process.env['AUTHSCOPE_SIGN_INS'] ?? 60)
/** One sign-in in so many is by SRP, which takes ten times as long. */
const srpEvery = 20
/** Sign-ins before the first measurement: code is loaded and compiled, and caches are full. */
const warmUp = 30
/** Growth in MB that is measurement, not a leak: 10,000 runs of 4 KB each would be 40. */
const noise = 24

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Megabytes of the heap and of buffers that are still in use after a collection. */
function memoryInUse(): number {
  collectGarbage()
  collectGarbage()
  const { external, heapUsed } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}

const write: WriteFile = (path, value) => {
  writeFileSync(path, JSON.stringify(value))
  return Promise.resolve()
}

/** Starts the application on a folder; `ended` resolves with the end of each run, by its id. */
async function start(folder: string) {
  const waiting = new Map<string, () => void>()
  const ends = new Set<string>()
  const began = performance.now()
  const application = await startApplication({
    system: {
      ...{ version: '0.0.0', electron: '0', platform: 'linux', dataFolder: folder },
      clipboard: { read: () => Promise.resolve(''), write: () => Promise.resolve() },
      apply: () => undefined,
      setMenu: () => undefined,
      openLink: () => Promise.resolve(false),
      openFolder: () => Promise.resolve(),
      askWhereToSave: () => Promise.resolve(undefined),
      askWhatToOpen: () => Promise.resolve(undefined),
      takeOfferedFile: () => undefined,
    },
    settings: openDocument({
      ...{ path: join(folder, 'settings.json'), version: settingsVersion, schema: settingsFile },
      ...{ empty: emptySettingsFile, write, now: Date.now },
    }),
    box: secretBoxInMemory('keychain', 'keychain'),
    write,
    emit: (event) => {
      if (event.type !== 'run.event' || event.event.type !== 'ended') return
      const resolve = waiting.get(event.runId)
      if (resolve === undefined) ends.add(event.runId)
      else resolve()
      waiting.delete(event.runId)
    },
    log: (line) => {
      throw new Error(line)
    },
  })
  const startedIn = performance.now() - began
  const call: Client<Contract> = async (...[name, input]) => {
    const result = await application.dispatch(name, input)
    if (result.ok) return result.value as never
    throw new Error(result.failure.message)
  }
  const ended = (runId: string) =>
    ends.delete(runId)
      ? Promise.resolve()
      : new Promise<void>((resolve) => waiting.set(runId, resolve))
  return { application, call, ended, startedIn }
}

test('sign-ins through one application leave no memory and no handles behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-long-use-'))
  const { application, call, ended, startedIn } = await start(folder)
  let close = application.close
  try {
    await application.startPractice()
    const [profile] = await call('profile.list')
    const signIn = async (number: number) => {
      const { runId } = await call('run.start', {
        profileId: profile?.id ?? '',
        flow: number % srpEvery === 0 ? 'USER_SRP_AUTH' : 'USER_PASSWORD_AUTH',
        parameters: { USERNAME: 'alice' },
        secrets: {},
        clientMetadata: {},
        analyticsEndpointId: '',
        userContextData: { IpAddress: '' },
        automatic: { srp: true, totp: true },
      })
      await ended(runId)
    }
    for (let number = 0; number < warmUp; number += 1) await signIn(number)
    const before = { memory: memoryInUse(), handles: process.getActiveResourcesInfo().length }
    for (let number = 0; number < signIns; number += 1) await signIn(number)
    const after = { memory: memoryInUse(), handles: process.getActiveResourcesInfo().length }
    const oldest = await call('history.page', {
      ...{ filter: '', limit: 2, skip: warmUp + signIns - 1 },
    })
    expect(oldest.rows).toHaveLength(1)

    await close()
    const again = await start(folder)
    close = again.application.close
    console.log(
      `sign-ins ${signIns}, memory ${before.memory.toFixed(1)} to ${after.memory.toFixed(1)} MB, ` +
        `handles ${before.handles} to ${after.handles}, ` +
        `start ${startedIn.toFixed(0)} ms empty, ${again.startedIn.toFixed(0)} ms with all of them`,
    )
    expect(after.memory - before.memory).toBeLessThan(noise)
    expect(after.handles).toBeLessThanOrEqual(before.handles + 2)
  } finally {
    await close()
    rmSync(folder, { recursive: true })
  }
})

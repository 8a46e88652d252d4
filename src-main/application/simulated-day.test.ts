// A day of heavy use: sign-ins one after another through one application. Memory, open files and
// handles must not grow with them. AUTHSCOPE_SIGN_INS=10000 before a release.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import type { ContractEvent } from '#contract/events.ts'
import { passwordSignIn, startUnderTest } from './application-under-test.ts'

vi.setConfig({ testTimeout: 600_000 })

const signIns = Number(process.env['AUTHSCOPE_SIGN_INS'] ?? 30)
const figuresFile = process.env['AUTHSCOPE_FIGURES']

/** What garbage collection leaves differs by some megabytes; a kept run takes tens of kilobytes. */
const allowedGrowth = 20_000_000

/** The application on this folder, and how long it took until the window could have its state. */
async function start(folder: string, emit: (event: ContractEvent) => void) {
  const began = performance.now()
  const { application } = startUnderTest(folder, { emit })
  await application.dispatch('app.state', undefined)
  await application.dispatch('history.page', { filter: '', limit: 100 })
  return { application, startTime: performance.now() - began }
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

async function inUse() {
  for (let time = 0; time < 3; time++) {
    collectGarbage()
    await new Promise((settle) => setTimeout(settle, 50))
  }
  return {
    memory: process.memoryUsage().heapUsed,
    handles: process.getActiveResourcesInfo().length,
    files: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
  }
}

test('sign-ins one after another leave neither memory nor handles behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-day-'))
  let ended: () => void = () => undefined
  let state = ''
  const { application, startTime } = await start(folder, (event) => {
    if (event.type !== 'run.event' || event.event.type !== 'ended') return
    state = event.event.outcome
    ended()
  })
  await application.startPractice()
  const profiles = await application.dispatch('profile.list', undefined)
  const [profile] = (profiles as { readonly value: readonly { readonly id: string }[] }).value
  const signIn = async () => {
    const end = new Promise<void>((settle) => {
      ended = settle
    })
    const started = await application.dispatch('run.start', passwordSignIn(profile?.id))
    expect(started.ok).toBe(true)
    await end
    expect(state).toBe('tokens')
  }
  // The first half loads libraries, and fills what is bounded: the practice pool keeps 5000 grants.
  const warmUp = Math.ceil(signIns / 2)
  for (let done = 0; done < warmUp; done++) await signIn()
  const before = await inUse()
  for (let done = warmUp; done < signIns; done++) await signIn()
  const after = await inUse()
  await application.close()

  const again = await start(folder, () => undefined)
  await again.application.close()
  rmSync(folder, { recursive: true })
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
  if (figuresFile !== undefined)
    writeFileSync(
      figuresFile,
      `memory ${megabytes(before.memory)} after ${String(warmUp)}, ${megabytes(after.memory)} at the end; handles ${String(before.handles)} and ${String(after.handles)}, open files ${String(before.files)} and ${String(after.files)}; start ${startTime.toFixed(0)} ms empty, ${again.startTime.toFixed(0)} ms with all runs`,
    )
  expect(after.memory - before.memory).toBeLessThan(allowedGrowth)
  expect(after.handles - before.handles).toBeLessThan(10)
  expect(after.files - before.files).toBeLessThan(10)
})

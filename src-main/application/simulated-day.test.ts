// A day of heavy use: sign-ins one after another through one application. Memory, open files,
// handles and the time of a start must not grow with them. AUTHSCOPE_SIGN_INS=10000 before a release.
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

/** Starts are compared one after the other, so that a busy machine slows both. */
const comparedStarts = 7

/** A start takes some tens of milliseconds, which vary by a third. */
const allowedSlowdown = 2

/** Runs of the first page, which a short history has to fill as well to be comparable. */
const runsOfAPage = 100

/** The application on this folder, and how long it took until the window could have its state. */
async function start(folder: string, emit: (event: ContractEvent) => void) {
  const began = performance.now()
  const { application } = startUnderTest(folder, { emit })
  await application.dispatch('app.state', undefined)
  await application.dispatch('history.page', { filter: '', limit: runsOfAPage })
  return { application, startTime: performance.now() - began }
}

/** The median start on each of two folders, by turns. */
async function startTimes(folders: readonly [string, string]): Promise<readonly [number, number]> {
  const times: readonly [number[], number[]] = [[], []]
  for (let time = 0; time < comparedStarts; time++)
    for (const [index, folder] of folders.entries()) {
      const { application, startTime } = await start(folder, () => undefined)
      await application.close()
      times[index]?.push(startTime)
    }
  return [median(times[0]), median(times[1])]
}

const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!

/** The application on this folder, and one sign-in to its practice pool, to the end. */
async function startForSignIns(folder: string) {
  let ended: () => void = () => undefined
  let state = ''
  const { application } = await start(folder, (event) => {
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
  return { application, signIn }
}

/** The median start with one page of runs, and with all those of this folder. */
async function startsWithAPageAndAll(folder: string): Promise<readonly [number, number]> {
  const short = mkdtempSync(join(tmpdir(), 'authscope-short-day-'))
  const { application, signIn } = await startForSignIns(short)
  for (let done = 0; done < runsOfAPage; done++) await signIn()
  await application.close()
  const times = await startTimes([short, folder])
  rmSync(short, { recursive: true })
  return times
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

test('sign-ins one after another leave neither memory nor handles behind, and before a release no slower start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-day-'))
  const { application, signIn } = await startForSignIns(folder)
  // The first half loads libraries, and fills what is bounded: the practice pool keeps 5000 grants.
  const warmUp = Math.ceil(signIns / 2)
  for (let done = 0; done < warmUp; done++) await signIn()
  const before = await inUse()
  for (let done = warmUp; done < signIns; done++) await signIn()
  const after = await inUse()
  await application.close()

  expect(after.memory - before.memory).toBeLessThan(allowedGrowth)
  expect(after.handles - before.handles).toBeLessThan(10)
  expect(after.files - before.files).toBeLessThan(10)
  // Times are measured before a release, where nothing else runs.
  if (figuresFile !== undefined) {
    const [startWithAPage, startWithAll] = await startsWithAPageAndAll(folder)
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
    writeFileSync(
      figuresFile,
      `memory ${megabytes(before.memory)} after ${String(warmUp)}, ${megabytes(after.memory)} at the end; handles ${String(before.handles)} and ${String(after.handles)}, open files ${String(before.files)} and ${String(after.files)}; start ${startWithAPage.toFixed(1)} ms with ${String(runsOfAPage)} runs, ${startWithAll.toFixed(1)} ms with all`,
    )
    expect(startWithAll / startWithAPage).toBeLessThan(allowedSlowdown)
  }
  rmSync(folder, { recursive: true })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { Quarantined } from '#main/settings/document.ts'
import { historyRowOf } from './history-row.ts'
import { bundleStoreScripts } from './kill-while-writing-under-test.ts'
import { openTraceStore } from './open-trace-store.ts'
import { sampleRun } from './sample-run-under-test.ts'
import { inThisThread, openTraceStoreInThread } from './trace-store-client.ts'

const key = 'd'.repeat(64)
let folder = ''
let path = ''
beforeEach(() => {
  // Beneath the checkout, so that the bundle finds the packages that it needs.
  const out = join(process.cwd(), 'out')
  mkdirSync(out, { recursive: true })
  folder = mkdtempSync(join(out, 'owner-'))
  path = join(folder, 'traces.db')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Another process with the history open as the window has it. */
async function openInWindow() {
  const child = spawn(process.execPath, [join(folder, 'holder.js'), path, key], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async () => String((await lines.next()).value)
  expect(await nextLine()).toBe('open')
  const exited = once(child, 'exit')
  return {
    save: (name: string) => {
      child.stdin.write(`${name}\n`)
      return nextLine()
    },
    close: async () => {
      child.stdin.end()
      await exited
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

async function openByCommand() {
  const quarantined: Quarantined[] = []
  const store = await openTraceStoreInThread({ path, key: Secret.of('text', key) }, inThisThread, {
    quarantined: (file) => quarantined.push(file),
    journalDamaged: () => undefined,
  })
  return { quarantined, store }
}

function writeHistory(): void {
  const { store } = openTraceStore({ path, key: Secret.of('text', key) }, historyRowOf)
  for (let number = 0; number < 60; number += 1) store.save(sampleRun(`run-${String(number)}`))
  store.close()
}

/** Overwrites the file in place, from its first page or from its second one on. */
function damage(from: 0 | 4096): void {
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(7, from, 60_000))
}
const quarantined = () => readdirSync(folder).filter((name) => name.includes('quarantined'))

test.each([
  ['when it opens the file', 0],
  ['when it reads the list', 4096],
] as const)(
  'a command that meets damage %s leaves the file to the window that has it open',
  async (_, from) => {
    await bundleStoreScripts(folder)
    writeHistory()
    const window = await openInWindow()
    const { ino } = statSync(path)
    damage(from)
    const list = async () => {
      const { store } = await openByCommand()
      try {
        return await store.page({ filter: everyRun, limit: 100 })
      } finally {
        await store.close()
      }
    }
    await expect(list()).rejects.toMatchObject({
      code: 'history-in-use',
      message: expect.stringContaining('Close the window') as string,
    })
    expect(statSync(path).ino).toBe(ino)
    expect(quarantined()).toEqual([])
    await window.kill()
  },
  60_000,
)

test.each([
  ['closed', 'close'],
  ['killed', 'kill'],
] as const)(
  'a damaged history is quarantined by a command once the window was %s',
  async (_, end) => {
    await bundleStoreScripts(folder)
    writeHistory()
    const window = await openInWindow()
    expect(await window.save('another')).toBe('has 61')
    await window[end]()
    expect(existsSync(`${path}.owner`)).toBe(end === 'kill')
    damage(0)
    const { quarantined, store } = await openByCommand()
    expect(quarantined).toMatchObject([{ reason: expect.stringMatching(/\.$/) }])
    await store.close()
  },
  60_000,
)

// The whole application on a disk that fills, and in a folder that cannot be written.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { passwordSignIn, startUnderTest } from './application-under-test.ts'
import type { RunningApplication } from './compose.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Only root may mount a small disk. */
const isRoot = process.platform === 'linux' && process.getuid?.() === 0
const mount = (folder: string, options: string) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])

let folder = ''
let application: RunningApplication | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-failing-'))
})
afterEach(async () => {
  await application?.close().catch(() => undefined)
  if (isRoot) execFileSync('umount', ['-l', folder])
  else chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

async function start() {
  const notices: string[] = []
  let code = ''
  const { application: running, call } = startUnderTest(folder, {
    emit: (event) => {
      if (event.type === 'practice.changed') code = event.practice.outbox[0]?.code ?? code
      if (event.type === 'notice') notices.push(event.text)
    },
  })
  application = running
  await running.startPractice()
  const [profile] = await call('profile.list')
  const begin = (username: string) => call('run.start', passwordSignIn(profile?.id, username))
  const stateOf = async (runId: string) => (await call('run.open', { runId })).run.state
  return { begin, call, code: () => code, notices, stateOf }
}

describe.runIf(isRoot)('a disk that fills in the middle of a sign-in', () => {
  test('is named, loses neither the sign-in nor those before it, and is used again once there is room', async () => {
    mount(folder, 'size=4m')
    const { begin, call, code, notices, stateOf } = await start()
    const early = await begin('alice')
    await expect.poll(() => stateOf(early.runId), { timeout: 20_000 }).toBe('tokens')
    const { runId } = await begin('sms-user')
    await expect.poll(() => stateOf(runId), { timeout: 20_000 }).toBe('waiting')

    await expect.poll(code).not.toBe('')
    const ballast = join(folder, 'ballast')
    const { bavail, bsize } = statfsSync(folder)
    writeFileSync(ballast, Buffer.alloc(bavail * bsize))
    await call('run.answer', {
      runId,
      parameters: {},
      clientMetadata: {},
      secrets: { SMS_MFA_CODE: code() },
    })
    await expect.poll(() => stateOf(runId), { timeout: 20_000 }).toBe('tokens')
    // A full disk refuses what needs a new page, which the small rest of a sign-in may not.
    for (let more = 0; more < 10 && notices.length === 0; more++) {
      const next = await begin('alice')
      await expect.poll(() => stateOf(next.runId), { timeout: 20_000 }).toBe('tokens')
    }
    expect(notices[0]).toMatch(
      /^This sign-in could not be written to the history and is in memory only: .*full/,
    )

    rmSync(ballast)
    const seen = notices.length
    const late = await begin('alice')
    await expect.poll(() => stateOf(late.runId), { timeout: 20_000 }).toBe('tokens')
    expect(notices).toHaveLength(seen)
    const { rows } = (await call('history.page', { filter: '', limit: 100 })) as unknown as {
      readonly rows: readonly { readonly runId: string }[]
    }
    expect(rows.map((row) => row.runId)).toEqual(
      expect.arrayContaining([early.runId, runId, late.runId]),
    )
  })
})

describe.skipIf(process.platform === 'win32')('a data folder that cannot be written', () => {
  test('is named, and the application signs in and keeps runs in memory', async () => {
    if (isRoot) mount(folder, 'ro')
    else chmodSync(folder, 0o500)
    const { begin, call, notices, stateOf } = await start()
    const { runId } = await begin('alice')
    await expect.poll(() => stateOf(runId), { timeout: 20_000 }).toBe('tokens')
    expect(notices.join('\n')).toMatch(/history could not be opened|memory only/)
    await expect(call('settings.change', { zoom: 110 })).rejects.toMatchObject({
      code: 'not-saved',
      message: expect.stringMatching(/settings\.json could not be written \((EROFS|EACCES)\)/),
    })
  })
})

// Every practice user's sign-in, as a redacted file of every format.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { exportFormats } from '#engine/export/formats/index.ts'
import { parseCommandLine } from '#main/cli/command.ts'
import { signIn } from '#main/cli/commands/sign-in.ts'
import { performSignIn } from '#main/cli/sign-in/perform.ts'
import { defaultConfiguration } from '#pool/default-configuration.ts'
import { exportTrace } from './export-trace.ts'

vi.setConfig({ testTimeout: 30_000 })

const folder = mkdtempSync(join(tmpdir(), 'authscope-practice-users-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const users = defaultConfiguration.pools.flatMap(({ users: ofPool }) => ofPool)

/** The sign-in of a practice user, whose device is confirmed where the pool tracks devices. */
async function signedIn(username: string) {
  const device = join(folder, `${username}.json`)
  const words = ['--practice', '--username', username, '--remember-device', '--device-file', device]
  const { stored } = await performSignIn(parseCommandLine(signIn, words), {
    version: '0.0.0',
    environment: {},
    write: () => undefined,
    error: () => undefined,
    readInput: () => Promise.resolve('{}'),
    colours: false,
    interrupted: new AbortController().signal,
  })
  return stored
}

describe.each(users)('$username', ({ attributes = {}, password, username }) => {
  test('has a sign-in that can be exported, redacted, in every format', async () => {
    const stored = await signedIn(username)
    const confirmed = stored.events.some(
      (event) => event.type === 'sent' && event.operation === 'ConfirmDevice',
    )
    expect(confirmed).toBe(/^device-/.test(username))
    for (const { id } of exportFormats) {
      const text = exportTrace(stored, { format: id, redacted: true })
      for (const value of [password, username, attributes['email'] ?? '', 'Practice-Password'])
        if (value !== '') expect(text, `${id} holds ${value}`).not.toContain(value)
    }
  })
})

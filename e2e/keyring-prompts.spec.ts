import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'
import { expect, test } from './application.ts'
import {
  hasPrompts,
  hasWallet,
  openKeyringSession,
  type KeyringSession,
} from './keyring-session.ts'

test.skip(process.platform !== 'linux', 'other systems have one keyring')

let session: KeyringSession | undefined
let running: ChildProcess | undefined
test.afterEach(async () => {
  // A prompt that nobody answers keeps it from ending in any other way.
  if (running && running.exitCode === null) {
    const ended = once(running, 'exit')
    running.kill('SIGKILL')
    await ended
  }
  running = undefined
  await session?.close()
  session = undefined
})

/** Starts the application, which nobody drives: while a prompt is open it would not answer. */
function start(folder: string, desktop: Readonly<Record<string, string>>): () => string {
  const output: string[] = []
  running = spawn(
    electronExecutable(),
    [
      ...electronArguments().filter((word) => !word.startsWith('--password-store')),
      `--user-data-dir=${join(folder, 'data')}`,
      resolve('.'),
    ],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...session?.environment, ...desktop, AUTHSCOPE_ANNOUNCE_READY: '1' },
    },
  )
  running.stdout?.on('data', (chunk: Buffer) => {
    output.push(chunk.toString())
  })
  return () => output.join('')
}

test('the window shows before a locked keyring asks for its password', async ({ folder }) => {
  test.skip(!hasPrompts, 'the prompts of the GNOME keyring (package gcr) are not installed')
  session = await openKeyringSession(folder, true)
  await session.startKeyring('the password')
  await session.stopKeyring()
  await session.startKeyring()
  const output = start(folder, { XDG_CURRENT_DESKTOP: 'sway' })
  await expect.poll(output).toContain('authscope shown before the keyring is asked')
  await session.waitForPrompt()
  expect(running?.exitCode).toBeNull()
})

test('the window shows before a closed KDE wallet asks for its password', async ({ folder }) => {
  test.skip(!hasWallet, 'KDE’s wallet is not installed: apt-get install libkf5wallet-bin')
  session = await openKeyringSession(folder)
  await session.startWallet()
  const output = start(folder, { XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '5' })
  await expect.poll(output).toContain('authscope shown before the keyring is asked')
  expect(running?.exitCode).toBeNull()
})

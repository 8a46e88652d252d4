import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { app } from 'electron'
import { keyringMayPrompt } from './keyring-may-prompt.ts'
import { passwordStoreFor } from './password-store-for.ts'
import { callOnSessionBus } from './session-bus.ts'

/** Programs that list the names on the session bus: of systemd, GLib and D-Bus itself. */
const listings: readonly (readonly [string, readonly string[]])[] = [
  ['busctl', ['--user', '--acquired', '--activatable', 'list']],
  ['dbus-send', listingByDbusSend('ListNames')],
  ['dbus-send', listingByDbusSend('ListActivatableNames')],
]

/**
 * Has Chromium use the keyring that this Linux session has: of itself it goes by the desktop's name,
 * and knows few. Must come before Electron is ready.
 */
export async function usePasswordStore(): Promise<void> {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('password-store')) return
  const { XDG_CURRENT_DESKTOP: desktop = '' } = process.env
  const store = await passwordStoreFor(desktop, namesOnSessionBus)
  if (store !== undefined) app.commandLine.appendSwitch('password-store', store)
}

/** Whether the keyring that was chosen may open a prompt, which stops this process until it is answered. */
export async function mayPasswordStorePrompt(): Promise<boolean> {
  if (process.platform !== 'linux') return false
  const { KDE_SESSION_VERSION: kdeVersion = '', XDG_CURRENT_DESKTOP: desktop = '' } = process.env
  const store = app.commandLine.getSwitchValue('password-store')
  return keyringMayPrompt({ store, desktop, kdeVersion }, callOnSessionBus)
}

/** What is on the bus, or would be started for who asks; nothing where there is no bus. */
async function namesOnSessionBus(): Promise<string> {
  const listed = await Promise.all(
    listings.map(([program, args]) =>
      promisify(execFile)(program, [...args], { timeout: 2000 }).then(
        ({ stdout }) => stdout,
        () => '',
      ),
    ),
  )
  return listed.join('\n')
}

function listingByDbusSend(method: string): readonly string[] {
  const bus = 'org.freedesktop.DBus'
  return [
    '--session',
    '--print-reply',
    '--reply-timeout=2000',
    `--dest=${bus}`,
    '/org/freedesktop/DBus',
    `${bus}.${method}`,
  ]
}

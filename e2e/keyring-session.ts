import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { busConfiguration } from '../scripts/keyring.mjs'

/** A D-Bus session of a test's own, with a keyring that can be there, be locked, or be absent. */
export interface KeyringSession {
  /** What the application is started with, so that it is in this session. */
  readonly environment: Readonly<Record<string, string>>
  /** Starts the keyring, whose password opens it; without one it stays locked. */
  readonly startKeyring: (password?: string) => Promise<void>
  readonly stopKeyring: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts a session bus with nothing on it. */
export async function openKeyringSession(folder: string): Promise<KeyringSession> {
  const [data, runtime] = [join(folder, 'keyring-data'), join(folder, 'keyring-runtime')]
  await mkdir(data)
  await mkdir(runtime, { mode: 0o700 })
  const configuration = join(folder, 'bus.conf')
  await writeFile(configuration, busConfiguration)
  const bus = spawn(
    'dbus-daemon',
    [`--config-file=${configuration}`, '--nofork', '--print-address'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const [address] = (await once(bus.stdout, 'data')) as [Buffer]
  const environment = {
    DBUS_SESSION_BUS_ADDRESS: address.toString().trim(),
    XDG_DATA_HOME: data,
    XDG_RUNTIME_DIR: runtime,
  }
  let keyring: ChildProcess | undefined

  return {
    environment,
    startKeyring: async (password) => {
      const unlock = password === undefined ? [] : ['--unlock']
      keyring = spawn('gnome-keyring-daemon', ['--foreground', '--components=secrets', ...unlock], {
        stdio: ['pipe', 'ignore', 'ignore'],
        env: { ...process.env, ...environment },
      })
      keyring.stdin?.end(password)
      while (!hasSecretService(environment)) await new Promise((settle) => setTimeout(settle, 100))
    },
    stopKeyring: () => end(keyring),
    close: async () => {
      await end(keyring)
      await end(bus)
    },
  }
}

function hasSecretService(environment: NodeJS.ProcessEnv): boolean {
  const bus = 'org.freedesktop.DBus'
  const { stdout } = spawnSync(
    'dbus-send',
    [
      '--session',
      '--print-reply',
      `--dest=${bus}`,
      '/org/freedesktop/DBus',
      `${bus}.NameHasOwner`,
      'string:org.freedesktop.secrets',
    ],
    { encoding: 'utf8', env: { ...process.env, ...environment } },
  )
  return stdout.includes('boolean true')
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}

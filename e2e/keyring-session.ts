import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { busConfiguration } from '../scripts/keyring.mjs'

const promptFile = '/usr/share/dbus-1/services/org.gnome.keyring.SystemPrompter.service'

/** Whether the GNOME keyring can ask for its password here. */
export const hasPrompts = existsSync(promptFile)

/** Whether KDE's wallet is installed. */
export const hasWallet = spawnSync('sh', ['-c', 'command -v kwalletd5']).status === 0

/** A D-Bus session of a test's own, with a keyring that can be there, be locked, or be absent. */
export interface KeyringSession {
  /** What the application is started with, so that it is in this session. */
  readonly environment: Readonly<Record<string, string>>
  /** Starts the keyring, whose password opens it; without one it stays locked. */
  readonly startKeyring: (password?: string) => Promise<void>
  readonly stopKeyring: () => Promise<void>
  /** Starts KDE's wallet, which is closed. */
  readonly startWallet: () => Promise<void>
  /** Waits until a prompt of the GNOME keyring is open. */
  readonly waitForPrompt: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Starts a session bus with nothing on it.
 * @param withPrompts whether the GNOME keyring can show a prompt; otherwise it counts as dismissed
 */
export async function openKeyringSession(
  folder: string,
  withPrompts = false,
): Promise<KeyringSession> {
  const [data, runtime] = [join(folder, 'keyring-data'), join(folder, 'keyring-runtime')]
  await mkdir(data)
  await mkdir(runtime, { mode: 0o700 })
  const configuration = join(folder, 'bus.conf')
  const services = await promptService(folder, withPrompts)
  await writeFile(
    configuration,
    busConfiguration.replace('<policy', `<servicedir>${services}</servicedir>\n  <policy`),
  )
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
  let wallet: ChildProcess | undefined
  const ownerOf = async (name: string) => {
    while (!hasOwner(name, environment)) await new Promise((settle) => setTimeout(settle, 100))
  }

  return {
    environment,
    startKeyring: async (password) => {
      const unlock = password === undefined ? [] : ['--unlock']
      keyring = spawn('gnome-keyring-daemon', ['--foreground', '--components=secrets', ...unlock], {
        stdio: ['pipe', 'ignore', 'ignore'],
        env: { ...process.env, ...environment },
      })
      keyring.stdin?.end(password)
      await ownerOf('org.freedesktop.secrets')
    },
    stopKeyring: () => end(keyring),
    startWallet: async () => {
      wallet = spawn('kwalletd5', [], {
        stdio: 'ignore',
        env: { ...process.env, ...environment, HOME: folder, XDG_CONFIG_HOME: folder },
      })
      await ownerOf('org.kde.kwalletd5')
    },
    waitForPrompt: () => ownerOf('org.gnome.keyring.SystemPrompter'),
    close: async () => {
      await end(keyring)
      await end(wallet)
      await end(bus)
    },
  }
}

function hasOwner(name: string, environment: NodeJS.ProcessEnv): boolean {
  const bus = 'org.freedesktop.DBus'
  const { stdout } = spawnSync(
    'dbus-send',
    [
      '--session',
      '--print-reply',
      `--dest=${bus}`,
      '/org/freedesktop/DBus',
      `${bus}.NameHasOwner`,
      `string:${name}`,
    ],
    { encoding: 'utf8', env: { ...process.env, ...environment } },
  )
  return stdout.includes('boolean true')
}

/** A folder with the service that shows the prompts of the GNOME keyring, or with none. */
async function promptService(folder: string, withPrompts: boolean): Promise<string> {
  const services = join(folder, 'bus-services')
  await mkdir(services)
  if (withPrompts) await copyFile(promptFile, join(services, basename(promptFile)))
  return services
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}

// Which Electron runs here and how: for the scripts, the end-to-end tests, the demo and the
// measurements alike. Looks only at what is on the machine; `get-electron.mjs` fetches.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inCheckout } from './checkout.mjs'
import { SetUpError } from './progress.mjs'
import { cachedRegistryElectron } from './registry-electron.mjs'

/** The official Electron that npm's `electron` package has fetched, else undefined. */
export function officialElectron() {
  const folder = inCheckout('node_modules', 'electron')
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** The Electron of the person's own choice (`ELECTRON_OVERRIDE_DIST_PATH`), else undefined. */
export function chosenElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return undefined
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron']
  const path = names.map((name) => join(folder, name)).find((candidate) => existsSync(candidate))
  if (path) return path
  throw new SetUpError(
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, where there is no Electron: correct it or unset it.`,
  )
}

/** The path of an Electron that is on this machine, else undefined. */
export function findElectron() {
  return chosenElectron() ?? officialElectron() ?? cachedRegistryElectron()
}

/** The path of the Electron to run. Throws a sentence when there is none yet. */
export function electronExecutable() {
  const path = findElectron()
  if (path) return path
  throw new SetUpError('There is no Electron here yet: run `node scripts/get-electron.mjs`.')
}

/** Whether Chromium's sandbox has to be off: it refuses to start as root, in containers mostly. */
export const withoutSandbox = process.platform === 'linux' && process.getuid?.() === 0

/**
 * The arguments to put before the application's folder: `--no-sandbox` as root and only then, and
 * the keyring when `keyring.mjs` made one for this run.
 *
 * @param {object} options `keyring: false` starts without one, as on a machine that has none.
 */
export function electronArguments({ keyring = true } = {}) {
  const args = []
  if (withoutSandbox) args.push('--no-sandbox')
  if (!keyring) args.push('--password-store=basic')
  else if (process.env.AUTHSCOPE_TEST_KEYRING) args.push('--password-store=gnome-libsecret')
  return args
}

/** Why Chromium's sandbox cannot start for an ordinary user here, and what to do, if it cannot. */
export function sandboxObstacle(executable) {
  if (process.platform !== 'linux' || withoutSandbox || !userNamespacesAreRestricted()) return
  const helper = join(dirname(executable), 'chrome-sandbox')
  const { uid, mode } = statSync(helper)
  if (uid === 0 && (mode & 0o7777) === 0o4755) return
  return `This system keeps Chromium's sandbox from starting; allow it with: sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`
}

function userNamespacesAreRestricted() {
  const read = (name) => {
    try {
      return readFileSync(`/proc/sys/kernel/${name}`, 'utf8').trim()
    } catch {
      return undefined
    }
  }
  return (
    read('apparmor_restrict_unprivileged_userns') === '1' ||
    read('unprivileged_userns_clone') === '0'
  )
}

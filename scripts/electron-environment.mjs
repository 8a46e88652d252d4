// Which Electron runs here and how: for the scripts, the end-to-end tests, the demo and the
// measurements alike. Looks only at what is on the machine; `get-electron.mjs` fetches.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
 * the keyring when one was made for this run by `keyring.mjs`.
 */
export function electronArguments() {
  const args = []
  if (withoutSandbox) args.push('--no-sandbox')
  if (process.env.AUTHSCOPE_TEST_KEYRING) args.push('--password-store=gnome-libsecret')
  return args
}

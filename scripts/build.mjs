// Builds the application into out/ when a source has changed since the last build.
// `--force` builds in any case.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inCheckout } from './checkout.mjs'
import { installDependencies } from './install-dependencies.mjs'
import { SetUpError, runScript, say } from './progress.mjs'
import { runCommand } from './run-command.mjs'
import { noticesFile, writeThirdPartyNotices } from './third-party-notices.mjs'

const rooms = ['src-engine', 'src-pool', 'src-contract', 'src-main', 'src-renderer']
const files = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'scripts/third-party-notices.mjs',
  'scripts/unbundled-packages.mjs',
]
const products = [
  'out/main/index.js',
  'out/main/cli.js',
  'out/main/trace-store.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  noticesFile,
]
/** Nothing of it is built. */
const componentTests = join('src-renderer', 'browser-tests')
const stamp = inCheckout('out', '.built-from')
const lock = inCheckout('out', '.building')

/**
 * Builds what changed. Several callers at once build once.
 *
 * @param {object} options `electron` the major version of the oldest Electron that it has to run on
 */
export async function buildApplication({ force = false, electron = 33 } = {}) {
  const target = electron >= 45 ? '45' : '33'
  if (!force && isFresh(hashOfSources(target))) return
  await holdLock()
  try {
    const sources = hashOfSources(target)
    if (!force && isFresh(sources)) return
    say('Building the application')
    const began = Date.now()
    const tool = inCheckout('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    rmSync(stamp, { force: true })
    const { status, output } = await runCommand(process.execPath, [tool, 'build'], {
      quiet: true,
      cwd: inCheckout(),
      env: { ...process.env, AUTHSCOPE_BUILD_FOR: target },
    })
    if (status === 0) writeThirdPartyNotices()
    const absent = products.filter((product) => !existsSync(inCheckout(product)))
    if (status !== 0 || absent.length > 0) {
      say(output.trim())
      throw new SetUpError('The application could not be built: mend what is said above.')
    }
    writeFileSync(stamp, sources)
    say(`  built in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function isFresh(sources) {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) return false
  return products.every((product) => existsSync(inCheckout(product)))
}

function hashOfSources(target) {
  const hash = createHash('sha256').update(target)
  for (const file of files) hash.update(readFileSync(inCheckout(file)))
  for (const room of rooms) addFolder(hash, room)
  return hash.digest('hex')
}

function addFolder(hash, folder) {
  const entries = readdirSync(inCheckout(folder), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) addFolder(hash, path)
    else if (!entry.name.endsWith('.test.ts') && folder !== componentTests) {
      hash.update(`\0${path}\0`).update(readFileSync(inCheckout(path)))
    }
  }
}

async function holdLock() {
  mkdirSync(inCheckout('out'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (holderIsGone()) rmSync(lock, { recursive: true, force: true })
    else await wait(200)
  }
}

function holderIsGone() {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

if (import.meta.filename === process.argv[1]) {
  await runScript(async () => {
    await installDependencies()
    await buildApplication({ force: process.argv.includes('--force') })
  })
}

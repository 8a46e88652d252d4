// Packages the application as a folder in dist/, sets its fuses, reads them back, and starts it
// once to see that it starts.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildApplication } from './build.mjs'
import { inCheckout, readJson } from './checkout.mjs'
import { electronArguments } from './electron-environment.mjs'
import { fileAssociations } from './file-associations.mjs'
import { SetUpError, runScript, say } from './progress.mjs'
import { cachedRegistryElectron } from './registry-electron.mjs'
import { setUp } from './set-up.mjs'
import { noticesFile } from './third-party-notices.mjs'
import { unbundledFolders } from './unbundled-packages.mjs'
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs'

const startTime = 60_000

// All nine that there are; `strictlyRequireAllFuses` refuses an Electron with one more.
const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  // The window is served from app://, and no page from a file.
  GrantFileProtocolExtraPrivileges: false,
  // A fault in WebAssembly, which runs triggers, ends as an exception instead of a crash.
  WasmTrapHandlers: true,
}

await runScript(async () => {
  const electron = await setUp({ forTests: !hasDisplay(), build: false })
  await buildApplication({ electron: Number.parseInt(electronVersion(electron), 10) })
  if (electron === cachedRegistryElectron()) {
    say("This package holds the registry's Electron: for trying out alone, not to be handed on")
  }
  const executable = await packageFolder(electron)
  await sayFuses(executable)
  await seeThatItStarts(executable)
  process.stdout.write(`${executable}\n`)
})

async function packageFolder(electron) {
  const { build, Platform } = await import('electron-builder')
  say('Packaging')
  let product
  await build({
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      appId: 'app.authscope',
      productName: 'Authscope',
      directories: { output: 'dist' },
      electronDist: electronFolder(electron),
      electronVersion: electronVersion(electron),
      npmRebuild: false,
      files: [
        ...['out/main/**', 'out/preload/**', 'out/renderer/**', '!out/*/third-party.json'],
        ...[noticesFile, 'package.json'],
        ...bundledPackages().map((name) => `!**/node_modules/${name}/**`),
      ],
      asar: true,
      // What is native can only be loaded from a file of its own.
      asarUnpack: ['**/*.node'],
      linux: {
        executableName: 'authscope',
        category: 'Development',
        fileAssociations: fileAssociations.linux,
      },
      win: { executableName: 'authscope', fileAssociations: fileAssociations.win },
      mac: {
        executableName: 'authscope',
        identity: null,
        fileAssociations: fileAssociations.mac,
      },
      // Here and not in `electronFuses`, which is set before: the loader that stands in for
      // Electron's own must be gone first.
      afterPack: async (context) => {
        product = productIn(context)
        await rm(join(context.appOutDir, 'resources', 'app'), { recursive: true, force: true })
        await seeWhatIsPacked(context)
        await setFuses(product)
      },
    },
  })
  return product
}

/** The installed packages that are bundled, or not shipped at all: electron-builder leaves them out. */
function bundledPackages() {
  const { packages } = readJson(inCheckout('node_modules', '.package-lock.json'))
  const shipped = unbundledFolders().map(packageIn)
  const names = new Set(Object.keys(packages).map(packageIn))
  return [...names].filter((name) => !shipped.includes(name))
}

/** `@libsql/linux-x64-gnu` of `node_modules/@libsql/linux-x64-gnu`, however deep it lies. */
function packageIn(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 13)
}

/** Refuses a package with libraries that are bundled, or without one that is not. */
async function seeWhatIsPacked(context) {
  const { listPackage } = await import('@electron/asar')
  const resources = context.packager.getResourcesDir(context.appOutDir)
  const packed = listPackage(join(resources, 'app.asar'), {})
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\/node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(path))
    .map((path) => packageIn(dirname(path)))
  const expected = unbundledFolders().map(packageIn)
  const surplus = packed.filter((name) => !expected.includes(name))
  const absent = expected.filter((name) => !packed.includes(name))
  if (surplus.length > 0 || absent.length > 0) {
    throw new SetUpError(
      `The package has to hold ${expected.join(', ')} beside the bundle, and holds ${packed.join(', ')}: mend \`files\` in scripts/package.mjs.`,
    )
  }
  say(`Packages beside the bundle: ${expected.join(', ')}`)
}

function productIn({ appOutDir, electronPlatformName }) {
  if (electronPlatformName === 'darwin') {
    return join(appOutDir, 'Authscope.app', 'Contents', 'MacOS', 'authscope')
  }
  return join(appOutDir, electronPlatformName === 'win32' ? 'authscope.exe' : 'authscope')
}

function electronFolder(electron) {
  const bundle = electron.indexOf('/Electron.app/')
  return bundle < 0 ? dirname(electron) : electron.slice(0, bundle)
}

function electronVersion(electron) {
  const versionFile = join(electronFolder(electron), 'version')
  if (existsSync(versionFile)) return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return readJson(inCheckout('node_modules', 'electron', 'package.json')).version
}

async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const present = await presentFuses(executable)
  const expected = present.map(([name, on]) => [FuseV1Options[name], on])
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: present.length === Object.keys(fuses).length,
    ...Object.fromEntries(expected),
  })
}

/** The fuses that this Electron has: the last came after 33. */
async function presentFuses(executable) {
  const { getCurrentFuseWire, FuseV1Options } = await import('@electron/fuses')
  const wire = await getCurrentFuseWire(executable)
  return Object.entries(fuses).filter(([name]) => wire[FuseV1Options[name]] !== undefined)
}

async function sayFuses(executable) {
  const { getCurrentFuseWire, FuseState, FuseV1Options } = await import('@electron/fuses')
  const wire = await getCurrentFuseWire(executable)
  say('Fuses, read back:')
  const present = await presentFuses(executable)
  const absent = Object.keys(fuses).filter((name) => !present.some(([one]) => one === name))
  if (absent.length > 0) say(`  not in this Electron: ${absent.join(', ')}`)
  for (const [name, expected] of present) {
    const on = wire[FuseV1Options[name]] === FuseState.ENABLE
    say(`  ${name} ${on ? 'on' : 'off'}`)
    if (on !== expected) throw new SetUpError(`The fuse ${name} did not hold: package again.`)
  }
}

/** The application says `authscope ready` when its window can be used and it is asked to. */
async function seeThatItStarts(executable) {
  const folder = await mkdtemp(join(tmpdir(), 'authscope-package-'))
  const display = hasDisplay() ? undefined : await startVirtualDisplay()
  const began = Date.now()
  try {
    const args = [...electronArguments(), `--user-data-dir=${join(folder, 'data')}`]
    const child = spawn(executable, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: folder,
      env: { ...process.env, ...display?.environment, AUTHSCOPE_ANNOUNCE_READY: '1' },
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    try {
      await waitForReady(child)
    } finally {
      child.kill()
      const killTimer = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(killTimer)
    }
    say(`It starts: ready after ${((Date.now() - began) / 1000).toFixed(1)} s`)
  } finally {
    display?.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function waitForReady(child) {
  return new Promise((resolve, reject) => {
    let output = ''
    let isReady = false
    const fail = (what) => {
      if (isReady) return
      say(output.trim())
      reject(new SetUpError(`The packaged application ${what}: see its words above.`))
    }
    const timer = setTimeout(() => fail(`was not ready within ${startTime / 1000} s`), startTime)
    const read = (chunk) => {
      output += chunk
      if (!/^authscope ready$/m.test(output)) return
      isReady = true
      clearTimeout(timer)
      resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => fail(`could not be run (${error.message})`))
    child.on('close', () => {
      clearTimeout(timer)
      fail('ended before it was ready')
    })
  })
}

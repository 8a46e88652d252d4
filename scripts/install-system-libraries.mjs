// Installs the system libraries that Electron needs, where that may be done, or says how.
// `--tests` adds what the tests need in addition: a virtual display, a keyring and Chromium.
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { electronExecutable } from './electron-environment.mjs'
import { SetUpError, runScript, say } from './progress.mjs'
import { runCommand } from './run-command.mjs'

/** The libraries that Electron loads, and the package of Debian that holds each. */
export const systemLibraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  // Loaded when the window opens; without it the process ends by SIGTRAP and says nothing.
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libsecret-1.so.0': 'libsecret-1-0',
}
const programsForTests = {
  chromium: 'chromium',
  Xvfb: 'xvfb',
  'dbus-run-session': 'dbus-x11',
  'gnome-keyring-daemon': 'gnome-keyring',
}
const fontFolders = ['/usr/share/fonts', '/usr/local/share/fonts']

/**
 * @param {object} options `executable` the Electron that must find its libraries; `forTests`
 *   whether to install what the tests need, too.
 */
export async function installSystemLibraries({ executable, forTests = false }) {
  if (process.platform !== 'linux') return
  const missing = await missingPackages(executable, forTests)
  if (missing.length === 0) return
  const apt = onPath('apt-get')
  if (!apt || process.getuid() !== 0) throw new SetUpError(whatToInstall(missing, apt))
  say(`Installing system libraries: ${missing.join(' ')}`)
  await runApt(['update'])
  await runApt(['install', '-y', '--no-install-recommends', ...(await withCurrentNames(missing))])
  const left = await missingPackages(executable, forTests)
  if (left.length > 0) throw new SetUpError(whatToInstall(left, apt))
}

async function missingPackages(executable, forTests) {
  const known = (await runCommand('/sbin/ldconfig', ['-p'], { quiet: true })).output
  const linked = (await runCommand('ldd', [executable], { quiet: true })).output
  const notFound = [...linked.matchAll(/(\S+) => not found/g)].map((match) => match[1])
  const missing = new Set()
  for (const [library, name] of Object.entries(systemLibraries)) {
    if (!known.includes(library) || notFound.includes(library)) missing.add(name)
  }
  // GTK and NSS bring the rest; what is still not found then has no package known here.
  const unknown = notFound.filter((library) => !(library in systemLibraries))
  if (unknown.length > 0 && missing.size === 0) {
    throw new SetUpError(`Electron lacks ${unknown.join(', ')}: install what provides it.`)
  }
  if (!fontFolders.some(hasFile)) missing.add('fonts-dejavu-core')
  if (forTests) {
    for (const [program, name] of Object.entries(programsForTests)) {
      if (!onPath(program)) missing.add(name)
    }
  }
  return [...missing]
}

function hasFile(folder) {
  if (!existsSync(folder)) return false
  return readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|pfb)$/i.test(name))
}

function onPath(program) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin']
  return folders.some((folder) => existsSync(join(folder, program)))
}

function whatToInstall(missing, apt) {
  return apt
    ? `System libraries are missing; run this, then the command again: sudo apt-get install -y ${missing.join(' ')}`
    : `System libraries are missing; install what your system calls these packages of Debian, then run the command again: ${missing.join(' ')}`
}

/** Newer releases have renamed some (`libgtk-3-0t64`), and the old name is not always understood. */
async function withCurrentNames(names) {
  const renamed = await Promise.all(
    names.map(async (name) => {
      const { status } = await runCommand('apt-cache', ['show', `${name}t64`], { quiet: true })
      return status === 0 ? `${name}t64` : name
    }),
  )
  return renamed
}

async function runApt(args) {
  const { status, output } = await runCommand('apt-get', ['-q', ...args], {
    quiet: true,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status === 0) return
  say(output.trim().split('\n').slice(-10).join('\n'))
  throw new SetUpError(
    `\`apt-get ${args[0]}\` failed: mend what it says above, then run the command again.`,
  )
}

if (import.meta.filename === process.argv[1]) {
  await runScript(() =>
    installSystemLibraries({
      executable: electronExecutable(),
      forTests: process.argv.includes('--tests'),
    }),
  )
}

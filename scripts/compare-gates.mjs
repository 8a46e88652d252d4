// What each gate of `npm run check` costs, beside the same gate of an earlier commit: CPU time of
// cold runs in clones of both, one after the other. `npm run gates -- lint types` compares these alone;
// `--with COMMIT` compares with another commit.
import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { inCheckout } from './checkout.mjs'
import { SetUpError, runScript, say } from './progress.mjs'
import { runCommand } from './run-command.mjs'

const { positionals, values } = parseArgs({
  options: { with: { type: 'string', default: 'd9e411e' } },
  allowPositionals: true,
})

await runScript(async () => {
  const earlier = await clone(values.with)
  const present = await clone('HEAD')
  const before = await gatesOf(earlier)
  const sums = { earlier: 0, present: 0 }
  for (const gate of await gatesOf(present)) {
    if (positionals.length > 0 && !positionals.includes(gate.name)) continue
    const same = before.find(({ name }) => name === gate.name)
    const [theirs, ours] = [same ? await cost(earlier, same) : 0, await cost(present, gate)]
    sums.earlier += theirs
    sums.present += ours
    sayRow(gate.name, ours, theirs)
  }
  sayRow('together', sums.present, sums.earlier)
})

function sayRow(name, ours, theirs) {
  process.stdout.write(
    `${name}: ${ours.toFixed(1)} s of CPU against ${theirs.toFixed(1)} s; ratio ${(ours / theirs).toFixed(2)}\n`,
  )
}

/** A clone of a commit with its packages, made once. */
async function clone(commit) {
  const { output } = await required('git', ['rev-parse', '--short=12', commit], inCheckout())
  const folder = join(tmpdir(), 'authscope-gates', output.trim())
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return folder
  rmSync(folder, { recursive: true, force: true })
  say(`Cloning and installing ${commit}`)
  await required('git', ['clone', '--quiet', '--no-checkout', inCheckout(), folder], inCheckout())
  await required('git', ['checkout', '--quiet', output.trim()], folder)
  await required('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder)
  return folder
}

async function required(command, args, cwd) {
  const result = await runCommand(command, args, { quiet: true, cwd })
  if (result.status === 0) return result
  throw new SetUpError(`${command} ${args.join(' ')} failed:\n${result.output.trimEnd()}`)
}

async function gatesOf(folder) {
  const module = await import(pathToFileURL(join(folder, 'scripts', 'gates.mjs')).href)
  return module.staticGates
}

/** Seconds of CPU that a gate takes with all the processes that it starts, with nothing built yet. */
async function cost(folder, { args, name }) {
  rmSync(join(folder, 'out'), { recursive: true, force: true })
  const timed = 'TIMEFORMAT="cpu %U %S"; time "$@"'
  const { output, status } = await runCommand(
    'bash',
    ['-c', timed, 'bash', process.execPath, ...args],
    { quiet: true, cwd: folder, env: { ...process.env, NO_COLOR: '1' } },
  )
  const [, user, system] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(output) ?? []
  if (status !== 0) say(`${name} fails in ${folder}:\n${output.trimEnd().slice(-2000)}`)
  return Number(user) + Number(system)
}

// What each gate of `npm run check` costs, beside the same gate of an earlier commit: CPU time of
// cold runs in clones of both, one after the other. `npm run gates -- lint types` compares these alone;
// `--with COMMIT` compares with another commit.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { cloneOfCommit } from './clone-of-commit.mjs'
import { runScript, say } from './progress.mjs'
import { runCommand } from './run-command.mjs'

const { positionals, values } = parseArgs({
  options: { with: { type: 'string', default: 'd9e411e' } },
  allowPositionals: true,
})

await runScript(async () => {
  const earlier = await cloneOfCommit(values.with)
  const present = await cloneOfCommit('HEAD')
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

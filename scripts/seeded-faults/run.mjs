// Seeds faults one at a time into a clone of this checkout's commit, and says which gate catches each.
// The gate that the list of faults names is run first; only if it misses the fault the others follow.
// `npm run seeded-faults -- ARIA contrast` seeds those alone whose titles contain one of the words;
// `--at COMMIT` seeds another commit and runs the gates of that one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { cloneOfCommit } from '../clone-of-commit.mjs'
import { SetUpError, runScript, say } from '../progress.mjs'
import { runCommand } from '../run-command.mjs'
import { faults } from './faults.mjs'

const { positionals: words, values: options } = parseArgs({
  options: { at: { type: 'string' } },
  allowPositionals: true,
})

/** Whether a gate passes without a fault: one that fails then would prove nothing with it. */
const unseeded = new Map()

await runScript(async () => {
  const folder = await cloneOfCommit(options.at ?? 'HEAD')
  const gates = await gatesOf(folder)
  const chosen = faults
    .map((fault) => (options.at === undefined ? fault : { ...fault, ...fault.earlier }))
    .filter(({ title }) => words.length === 0 || words.some((word) => title.includes(word)))
  const missed = []
  for (const fault of chosen) {
    const gate = await catching(folder, gates, fault)
    process.stdout.write(`${fault.title}: ${gate ?? 'CAUGHT BY NONE'}\n`)
    if (gate === undefined) missed.push(fault.title)
  }
  process.stdout.write(`${chosen.length - missed.length} passed, ${missed.length} failed\n`)
  return missed.length === 0 ? 0 : 1
})

/**
 * The gates of `npm run check` and the component tests as a clone has them, of the quickest to the
 * slowest; those of files look at the file with the fault alone, those of tests at its own tests.
 */
async function gatesOf(folder) {
  const { componentGate, staticGates } = await import(
    pathToFileURL(join(folder, 'scripts', 'gates.mjs')).href
  )
  const gateNamed = (name) => staticGates.find((gate) => gate.name === name)
  const whole = (name) => ({ name, args: () => gateNamed(name).args })
  const ofTests = (gate) => ({ name: gate.name, args: (fault) => testsOf(gate, fault) })
  return [
    { name: 'format', args: ({ file }) => [formatterOf(folder), '--check', file] },
    { name: 'lint', args: ({ file }) => lintOf(folder, file) },
    whole('import rules'),
    whole('dead code'),
    whole('types'),
    ...[gateNamed('unit tests'), componentGate].flatMap((gate) => (gate ? [ofTests(gate)] : [])),
  ]
}

/** The formatter of a clone: commits before oxfmt have Prettier. */
function formatterOf(folder) {
  const oxfmt = 'node_modules/oxfmt/bin/oxfmt'
  return existsSync(join(folder, oxfmt)) ? oxfmt : 'node_modules/prettier/bin/prettier.cjs'
}

/** Lint of one file: commits before oxlint have ESLint alone. */
function lintOf(folder, file) {
  const script = 'scripts/lint.mjs'
  if (existsSync(join(folder, script))) return [script, file]
  return ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '--no-warn-ignored', file]
}

/** The arguments of a test runner's gate, for the tests of a fault instead of all. */
function testsOf({ args: [vitest, , ...rest] }, { file, tests }) {
  const chosen = tests ? ['run', tests] : ['related', '--run', file]
  return [vitest, ...chosen, '--passWithNoTests', '--bail=1', ...rest]
}

function keyOf(gate, fault) {
  return JSON.stringify(gate.args(fault))
}

async function passesUnseeded(folder, gate, fault) {
  const key = keyOf(gate, fault)
  if (!unseeded.has(key)) unseeded.set(key, await passes(folder, gate, fault))
  return unseeded.get(key)
}

/** The name of the first gate that a fault makes fail. */
async function catching(folder, gates, fault) {
  const expected = gates.filter(({ name }) => name === fault.gate)
  const others = gates.filter(({ name }) => name !== fault.gate)
  await git(folder, ['reset', '--quiet', '--hard'])
  for (const gate of [...expected, ...others]) {
    await seeded(folder, fault)
    const passed = await passes(folder, gate, fault)
    await git(folder, ['reset', '--quiet', '--hard'])
    await git(folder, ['clean', '--quiet', '-fd'])
    if (passed) say(`  not ${gate.name}`)
    else if (fault.create || (await passesUnseeded(folder, gate, fault))) return gate.name
    else say(`  ${gate.name} fails without the fault, too`)
  }
  return undefined
}

async function seeded(folder, fault) {
  seed(folder, fault)
  if (!fault.unformatted) await node(folder, [formatterOf(folder), '--write', fault.file])
}

async function passes(folder, { args }, fault) {
  const { output, status } = await node(folder, args(fault))
  if (status !== 0) say(output.trim().split('\n').slice(-12).join('\n'))
  return status === 0
}

function seed(folder, { append = '', create, file, from, title, to }) {
  const path = join(folder, file)
  const text = create ?? readFileSync(path, 'utf8')
  if (from !== undefined && !text.includes(from))
    throw new SetUpError(`${file} has no “${from}”: mend “${title}” in the list of faults.`)
  writeFileSync(path, (from === undefined ? text : text.replace(from, () => to)) + append)
}

async function git(cwd, args) {
  const { output, status } = await runCommand('git', args, { quiet: true, cwd })
  if (status !== 0) throw new SetUpError(`git ${args[0]} failed: ${output.trim()}`)
}

function node(cwd, args) {
  return runCommand(process.execPath, args, {
    quiet: true,
    cwd,
    env: { ...process.env, CI: undefined, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
}

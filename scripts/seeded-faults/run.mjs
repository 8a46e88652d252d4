// Seeds faults one at a time into a clone of this checkout's commit, and says which gate catches each:
// the first, of the quickest to the slowest. `npm run seeded-faults -- ARIA contrast` seeds those alone
// whose titles contain one of the words. Not a part of the tests: it takes minutes.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inCheckout } from '../checkout.mjs'
import { SetUpError, runScript, say } from '../progress.mjs'
import { runCommand } from '../run-command.mjs'
import { faults } from './faults.mjs'

const prettier = 'node_modules/prettier/bin/prettier.cjs'

/** Node's arguments for each gate; a gate of files looks at the file with the fault alone. */
const gates = [
  { name: 'format', args: ({ file }) => [prettier, '--check', file] },
  {
    name: 'lint',
    args: ({ file }) => ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', file],
  },
  { name: 'import rules', args: () => ['scripts/import-rules.mjs'] },
  { name: 'dead code', args: () => ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'types', args: () => ['scripts/types.mjs'] },
  { name: 'unit tests', args: (fault) => related('unit', fault) },
  { name: 'component tests', args: (fault) => related('components', fault) },
]

const related = (project, { file, tests }) => [
  'node_modules/vitest/vitest.mjs',
  ...(tests ? [tests] : ['related', file]),
  ...['--run', '--project', project, '--bail=1', '--passWithNoTests'],
]

await runScript(async () => {
  const words = process.argv.slice(2)
  const chosen = faults.filter(
    ({ title }) => words.length === 0 || words.some((word) => title.includes(word)),
  )
  const folder = await mkdtemp(join(tmpdir(), 'authscope-seeded-'))
  const missed = []
  try {
    await git(['clone', '--quiet', inCheckout(), folder], inCheckout())
    await copyPackages(folder)
    for (const fault of chosen) {
      seed(folder, fault)
      if (!fault.unformatted) await node(folder, [prettier, '--write', fault.file])
      const gate = await catching(folder, fault)
      process.stdout.write(`${fault.title}: ${gate ?? 'CAUGHT BY NONE'}\n`)
      if (gate === undefined) missed.push(fault.title)
      await git(['reset', '--quiet', '--hard'], folder)
      await git(['clean', '--quiet', '-fd', 'src-renderer'], folder)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.stdout.write(`${chosen.length - missed.length} passed, ${missed.length} failed\n`)
  return missed.length === 0 ? 0 : 1
})

/** Packages as hard links where there are some: a symbolic link would lead the gates out of the clone. */
async function copyPackages(folder) {
  const how = process.platform === 'linux' ? '-al' : '-R'
  const args = [how, inCheckout('node_modules'), join(folder, 'node_modules')]
  const { output, status } = await runCommand('cp', args, { quiet: true })
  if (status !== 0) throw new SetUpError(`The packages could not be copied: ${output.trim()}`)
}

async function git(args, cwd) {
  const { output, status } = await runCommand('git', args, { quiet: true, cwd })
  if (status !== 0) throw new SetUpError(`git ${args[0]} failed: ${output.trim()}`)
}

function seed(folder, { append = '', create, file, from, title, to }) {
  const path = join(folder, file)
  const text = create ?? readFileSync(path, 'utf8')
  if (from !== undefined && !text.includes(from))
    throw new SetUpError(`${file} has no “${from}”: mend “${title}” in the list of faults.`)
  writeFileSync(path, (from === undefined ? text : text.replace(from, () => to)) + append)
}

function node(cwd, args) {
  return runCommand(process.execPath, args, {
    ...{ quiet: true, cwd },
    env: { ...process.env, CI: 'true', NO_COLOR: '1' },
  })
}

/** The name of the first gate that fails. */
async function catching(folder, fault) {
  for (const { args, name } of gates) {
    const { status } = await node(folder, args(fault))
    if (status !== 0) return name
    say(`  not ${name}`)
  }
  return undefined
}

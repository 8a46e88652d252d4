// The measurements: `bench/run.ts`, with the arguments given here (`--json FILE`).
import { resolve } from 'node:path'
import { bundleEntry } from './bundle-entry.mjs'
import { runScript } from './progress.mjs'
import { setUp } from './set-up.mjs'
import { stagedRun } from './staged-run.mjs'

await runScript(async () => {
  const args = process.argv.slice(2)
  const at = args.indexOf('--json')
  // npm starts scripts in the checkout, whatever folder the person is in.
  const from = process.env.INIT_CWD ?? process.cwd()
  if (at >= 0 && args[at + 1]) args[at + 1] = resolve(from, args[at + 1])
  await setUp({ forTests: true })
  return stagedRun([await bundleEntry('bench', 'bench/run.ts'), ...args])
})

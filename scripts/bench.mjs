// The measurements: `bench/run.ts`, with the arguments given here (`--json FILE`).
import { resolve } from 'node:path'
import { bundleEntry } from './bundle-entry.mjs'
import { bundleEarlierPool } from './earlier-pool.mjs'
import { runScript, say } from './progress.mjs'
import { setUp } from './set-up.mjs'
import { stagedRun } from './staged-run.mjs'

await runScript(async () => {
  const args = process.argv.slice(2)
  const at = args.indexOf('--json')
  // npm starts scripts in the checkout, whatever folder the person is in.
  const from = process.env.INIT_CWD ?? process.cwd()
  if (at >= 0 && args[at + 1]) args[at + 1] = resolve(from, args[at + 1])
  await setUp({ forTests: true })
  const pool = await bundleEntry('pool-process', 'bench/pool-process.ts', { packages: true })
  const opener = await bundleEntry('open-process', 'bench/open-process.ts')
  const exporter = await bundleEntry('export-process', 'bench/export-process.ts')
  const srp = await bundleEntry('srp-process', 'bench/srp-process.ts')
  const earlier = await bundleEarlierPool()
  if (earlier === undefined) say('Not compared with an earlier pool: this checkout has no history.')
  return stagedRun([
    await bundleEntry('bench', 'bench/run.ts'),
    '--pool',
    pool,
    '--opener',
    opener,
    '--exporter',
    exporter,
    '--srp',
    srp,
    ...(earlier === undefined ? [] : ['--earlier-pool', earlier]),
    ...args,
  ])
})

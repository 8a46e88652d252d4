import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { damageHistory } from '#main/trace-store/damage-under-test.ts'
import { fillDisk } from '#main/trace-store/full-disk-under-test.ts'
import { killWhileWriting } from '#main/trace-store/kill-while-writing-under-test.ts'
import { writeBySeveral } from '#main/trace-store/several-processes-under-test.ts'
import type { Row } from './row.ts'
import { benchDiagnosis } from './diagnosis.ts'
import { benchHarExport } from './har-export.ts'
import { benchHistory } from './history.ts'
import { benchHistoryWindow } from './history-window.ts'
import { benchKnownUser } from './known-user.ts'
import { benchOpenHar } from './open-har.ts'
import { benchPracticePool } from './practice-pool.ts'
import { benchRedaction } from './redaction.ts'
import { benchSignIn } from './sign-in.ts'
import { benchSrpClient } from './srp-client.ts'
import { benchStartAndMemory } from './start-and-memory.ts'
import { runEndpoint } from './endpoints.ts'
import { benchWatch } from './watch.ts'
import { benchWindowResponse } from './window-response.ts'

const { positionals, values } = parseArgs({
  options: {
    json: { type: 'string' },
    endpoint: { type: 'string' },
    only: { type: 'string' },
    // How often the process that writes the history is killed, and its file damaged.
    torture: { type: 'string' },
    // Bundles of open-process.ts, export-process.ts and srp-process.ts.
    opener: { type: 'string', default: '' },
    exporter: { type: 'string', default: '' },
    srp: { type: 'string', default: '' },
    // Bundles of pool-process.ts: of this checkout, and of the commit that it is compared with.
    pool: { type: 'string', default: '' },
    'earlier-pool': { type: 'string' },
    'sign-ins': { type: 'string', default: '20000' },
  },
  allowPositionals: true,
})

if (values.torture !== undefined) await tortureHistory(Number(values.torture))
else if (values.endpoint === undefined) await runAll()
else await runEndpoint(values.endpoint, positionals[0] ?? '')

async function tortureHistory(times: number): Promise<void> {
  const killed = await killWhileWriting(times)
  console.log('killed while writing', killed)
  const damaged = await damageHistory(times)
  console.log('cut off, emptied or overwritten', damaged)
  const several = await writeBySeveral(Math.ceil(times / 20))
  console.log('two applications and a command line at once', several)
  const full = fillDisk()
  console.log('full disk', full ?? 'not tried: no disk can be mounted here')
  const lost = [killed, several, full].some((one) => one && one.lost + one.quarantined > 0)
  if (lost || damaged.lostSilently > 0) process.exitCode = 1
}

async function runAll(): Promise<void> {
  const rows: Row[] = []
  for (const bench of chosen()) {
    for (const row of await bench()) {
      rows.push(row)
      const { goal, holds, name, ours, peer, ratio, theirs, unit } = row
      const figures = `${ours.toFixed(1)} ${unit} against ${theirs.toFixed(1)} ${unit} in ${peer}`
      console.log(
        `${name}: ${figures}; ratio ${ratio.toFixed(2)}, ${goal}: ${holds ? 'holds' : 'FALLS SHORT'}`,
      )
    }
  }
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`)
}

/** The practice pool, of the bundles that the script made. */
function benchPool(): Promise<Row[]> {
  return benchPracticePool({
    ours: values.pool,
    earlier: values['earlier-pool'],
    signIns: Number(values['sign-ins']),
  })
}

/** Large HAR files, by a process of their own that the script bundled. */
function benchOpening(): Promise<Row[]> {
  return benchOpenHar(values.opener)
}

/** Exports of many runs, in part by a process of their own that the script bundled. */
function benchExport(): Promise<readonly Row[]> {
  return benchHarExport(values.exporter)
}

/** The client side of SRP, also in Electron, by a process of its own that the script bundled. */
function benchSrp(): Promise<Row[]> {
  return benchSrpClient(values.srp)
}

/** All of them, or the one that `--only` names, as in `--only benchWatch`. */
function chosen() {
  const all = [
    benchSrp,
    benchDiagnosis,
    benchSignIn,
    benchPool,
    benchWatch,
    benchOpening,
    benchHistory,
    benchHistoryWindow,
    benchKnownUser,
    benchRedaction,
    benchExport,
    benchStartAndMemory,
    benchWindowResponse,
  ]
  if (values.only === undefined) return all
  const one = all.filter(({ name }) => name === values.only)
  if (one.length > 0) return one
  throw new Error(`--only is one of ${all.map(({ name }) => name).join(', ')}.`)
}

// Exports a number of sign-ins as one file, in a process of its own, and prints its peak memory in MB:
// `export-process.js COUNT FILE`.
import { exportRuns } from '#main/export/export-runs.ts'
import { runsBy } from '#main/export/runs-to-export.ts'
import { writePrivatePieces } from '#main/private-files/write-private-file.ts'
import { realSignIn, varied } from './sample-sign-ins.ts'

const [count = '', path = ''] = process.argv.slice(2)
const sample = await realSignIn()
const numbers = Array.from({ length: Number(count) }, (_, number) => number)
const runs = runsBy(numbers, (number) =>
  Promise.resolve(varied(sample, number, 1_700_000_000_000 + number * 60_000)),
)
const ports = { application: 'Authscope bench', now: Date.now() }
const file = await exportRuns(runs, { format: 'har', redacted: true }, ports)
await writePrivatePieces(path, file.pieces)
console.log(process.resourceUsage().maxRSS / 1024)

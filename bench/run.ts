import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { benchDiagnosis } from './diagnosis.ts'
import type { Row } from './row.ts'
import { benchOpenHar, measureOpening } from './open-har.ts'
import { benchSignIn } from './sign-in.ts'
import { benchSrpClient } from './srp-client.ts'
import { benchStartAndMemory } from './start-and-memory.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    // Of a process that opens one file and says what it took.
    open: { type: 'string' },
    file: { type: 'string' },
  },
})

if (values.open !== undefined) {
  await measureOpening(values.open, values.file ?? '')
  process.exit()
}

const rows: Row[] = []
for (const bench of [
  benchSrpClient,
  benchDiagnosis,
  benchSignIn,
  benchOpenHar,
  benchStartAndMemory,
]) {
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

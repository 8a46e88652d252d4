import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { HarFile } from '#main/export/har-file.ts'
import { median } from './measure.ts'
import { within, type Row } from './row.ts'
import { realSignIn, varied } from './sample-sign-ins.ts'

const calls = 10_000

/** How many runs are exported as one file. */
const [few, many] = [100, 5000]

/**
 * A HAR of many sign-ins, redacted and searched for leaks, written one by one as `watch` does; and
 * the memory in which runs of the history become one file.
 * @param exporter bundle of export-process.ts
 */
export async function benchHarExport(exporter: string): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-bench-har-'))
  const path = join(folder, 'many.har')
  try {
    const sample = await realSignIn()
    const file = new HarFile(path)
    let ours = 0
    for (let number = 0; number * sample.bytes.length < calls; number += 1) {
      const stored = varied(sample, number, number * 60_000)
      const begin = performance.now()
      file.add(stored)
      ours += performance.now() - begin
      // What is in memory is written.
      await turn()
    }
    const begin = performance.now()
    await file.close()
    ours += performance.now() - begin
    const written = JSON.parse(readFileSync(path, 'utf8')) as { log: { entries: unknown[] } }
    if (written.log.entries.length < calls) throw new Error('Calls are missing in the file.')
    const theirs = median(
      Array.from({ length: 5 }, () => {
        const beginTheirs = performance.now()
        JSON.stringify(written)
        return performance.now() - beginTheirs
      }),
    )
    const name = `Redacted HAR of ${String(calls)} calls`
    return [
      within({ name, unit: 'ms', ours, theirs, peer: 'JSON.stringify of it' }, 3),
      memoryOfManyRuns(exporter, join(folder, 'runs.har')),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function memoryOfManyRuns(exporter: string, path: string): Row {
  const peakMb = (count: number) =>
    Number(execFileSync(process.execPath, [exporter, String(count), path], { encoding: 'utf8' }))
  return within(
    {
      name: `Memory in which ${String(many)} runs become one HAR`,
      unit: 'MB',
      ours: peakMb(many),
      theirs: peakMb(few),
      peer: `an export of ${String(few)} runs`,
    },
    2,
  )
}

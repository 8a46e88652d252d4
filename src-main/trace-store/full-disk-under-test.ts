import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyRun } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import { historyRowOf } from './history-row.ts'
import { openTraceStore } from './open-trace-store.ts'
import { sampleRun } from './sample-run-under-test.ts'

/** What became of a history whose disk was full. */
export interface FullDiskFigures {
  /** Saves that were confirmed before there was no room, and after there was room again. */
  readonly confirmed: number
  /** Saves that failed, with an error, while there was none. */
  readonly refused: number
  /** Confirmed ones that were not there at the next start. */
  readonly lost: number
  readonly quarantined: number
}

/** Fills a disk of a megabyte and a half, if this process may have one; only root on Linux may. */
export function fillDisk(): FullDiskFigures | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-full-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1400k', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  try {
    return fill(folder)
  } finally {
    // The database's file may be closed a moment later.
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  }
}

function fill(folder: string): FullDiskFigures {
  const file = { path: join(folder, 'traces.db'), key: Secret.of('text', 'd'.repeat(64)) }
  const ballast = join(folder, 'ballast')
  writeFileSync(ballast, Buffer.alloc(700_000, 1))
  const { store } = openTraceStore(file, historyRowOf)
  const confirmed: string[] = []
  let refused = 0
  const save = (number: number) => {
    const runId = `run-${String(number)}`
    try {
      store.save(sampleRun(runId))
      confirmed.push(runId)
    } catch {
      refused += 1
    }
  }
  let number = 0
  while (refused < 20 && number < 5000) save((number += 1))
  // Somebody makes room, and it goes on.
  rmSync(ballast)
  const before = confirmed.length
  for (let more = 0; more < 10; more += 1) save((number += 1))
  if (confirmed.length === before) throw new Error('Nothing could be kept once there was room.')
  store.close()
  const again = openTraceStore(file, historyRowOf)
  const lost = confirmed.filter((runId) => !again.store.open(runId)).length
  const missing = confirmed.length - again.store.count(everyRun)
  again.store.close()
  return {
    confirmed: confirmed.length,
    refused,
    lost: Math.max(lost, missing),
    quarantined: again.quarantined.length,
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'
import { median } from './measure.ts'
import { within, type Row } from './row.ts'

interface Started {
  /** Milliseconds from the start of the process to two painted frames after loading. */
  readonly ms: number
  /** Megabytes of all its processes, shared pages divided among those that share them. */
  readonly megabytes: number
}

/** An application's first start on a machine, and the one after it. */
interface TwoStarts {
  readonly first: Started
  readonly later: Started
}

/** Start to an interactive window and memory of it, against the smallest Electron window. */
export async function benchStartAndMemory(rounds = 9): Promise<Row[]> {
  const ours: TwoStarts[] = []
  const bare: TwoStarts[] = []
  for (let round = 0; round <= rounds; round++) {
    const a = await startedTwice('.', 'authscope ready')
    const b = await startedTwice('bench/bare-window', 'bare window ready')
    if (round > 0) {
      ours.push(a)
      bare.push(b)
    }
  }
  const row = (
    name: string,
    figure: (starts: TwoStarts) => number,
    unit: Row['unit'],
    most: number,
  ) =>
    within(
      {
        name,
        ours: median(ours.map(figure)),
        peer: 'a bare Electron window',
        theirs: median(bare.map(figure)),
        unit,
      },
      most,
    )
  return [
    row('first start to interactive window', ({ first }) => first.ms, 'ms', 1.25),
    row('later start to interactive window', ({ later }) => later.ms, 'ms', 1.25),
    row('resident memory', ({ first }) => first.megabytes, 'MB', 1.2),
  ]
}

async function startedTwice(application: string, readyLine: string): Promise<TwoStarts> {
  const data = await mkdtemp(join(tmpdir(), 'authscope-bench-'))
  try {
    const first = await started(application, readyLine, data)
    return { first, later: await started(application, readyLine, data) }
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

async function started(application: string, readyLine: string, data: string): Promise<Started> {
  const from = performance.now()
  const child = spawn(
    electronExecutable(),
    [...electronArguments(), `--user-data-dir=${data}`, resolve(application)],
    { env: { ...process.env, AUTHSCOPE_ANNOUNCE_READY: '1' }, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  try {
    await lineFrom(child, readyLine)
    const ms = performance.now() - from
    await wait(3000)
    return { ms, megabytes: await memoryOf(child.pid ?? 0) }
  } finally {
    const gone = new Promise((done) => child.once('exit', done))
    child.kill()
    await gone
  }
}

const lineFrom = (child: ChildProcess, line: string): Promise<void> =>
  new Promise((done, failed) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes(line)) done()
    })
    child.once('exit', (code) => {
      failed(new Error(`ended with ${String(code)} before it said “${line}”`))
    })
  })

/** Proportional set size of a process and all its descendants, from /proc. */
async function memoryOf(root: number): Promise<number> {
  const parents = new Map<number, number>()
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '')
    const parent = /\) \S (\d+)/.exec(stat)?.[1]
    if (parent) parents.set(Number(entry), Number(parent))
  }
  const family = [root]
  for (const member of family)
    for (const [child, parent] of parents) if (parent === member) family.push(child)
  let kilobytes = 0
  for (const member of family) {
    const rollup = await readFile(`/proc/${String(member)}/smaps_rollup`, 'utf8').catch(() => '')
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  }
  return kilobytes / 1024
}

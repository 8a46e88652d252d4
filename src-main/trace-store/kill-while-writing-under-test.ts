import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { everyRun } from '#engine/query/filter.ts'
import { Secret } from '#engine/secret/secret.ts'
import { historyRowOf } from './history-row.ts'
import { openTraceStore } from './open-trace-store.ts'

/** What became of what was kept when the process that kept it was killed. */
export interface KillFigures {
  readonly kills: number
  /** Saves that had been confirmed, over all kills. */
  readonly confirmed: number
  /** Of those, the ones that were not there afterwards. */
  readonly lost: number
  /** Starts that did not just open the file. */
  readonly quarantined: number
}

/**
 * Kills a process, with a thread for its store as the application has it, at random points of its
 * writing, and looks each time for everything that it had been told is kept.
 */
export async function killWhileWriting(kills: number): Promise<KillFigures> {
  // Beneath the checkout, so that the bundle finds the packages that it needs.
  const out = join(process.cwd(), 'out')
  mkdirSync(out, { recursive: true })
  const folder = mkdtempSync(join(out, 'kill-'))
  const path = join(folder, 'traces.db')
  const key = 'd'.repeat(64)
  const figures = { kills, confirmed: 0, lost: 0, quarantined: 0 }
  try {
    await bundleStoreScripts(folder)
    for (let kill = 0; kill < kills; kill += 1) {
      // The first kill waits for a save, however slow the machine: without any, nothing would be shown.
      const after = kill === 0 ? 'kept ' : 'open\n'
      const args = [path, key, String(kill)]
      const lines = await writeAndKill(join(folder, 'writer.js'), args, 250, after)
      const kept = new Map<string, number>()
      for (const line of lines) {
        const [word, runId = '', length] = line.split(' ')
        if (word === 'quarantined') figures.quarantined += 1
        if (word !== 'kept') continue
        figures.confirmed += 1
        kept.set(runId, Number(length))
      }
      const opened = openTraceStore({ path, key: Secret.of('text', key) }, historyRowOf)
      figures.quarantined += opened.quarantined.length + Number(opened.journalDamage !== undefined)
      for (const [runId, length] of kept) {
        const run = opened.store.open(runId)
        if (!run || run.events.length < length) figures.lost += 1
      }
      if (opened.store.count(everyRun) < kept.size) figures.lost += 1
      opened.store.close()
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs a process that writes, and kills it at a random time after it has opened the store.
 * @param after what the process has to print before the time begins
 * @returns the lines that it printed
 */
export async function writeAndKill(
  script: string,
  args: readonly string[],
  maxMs: number,
  after = 'open\n',
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => {
      resolve()
    })
  })
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes(after)) resolve()
    })
    child.on('close', () => {
      resolve()
    })
  })
  await wait(Math.random() * maxMs)
  child.kill('SIGKILL')
  await closed
  // The last line may be cut off.
  return text.split('\n').slice(0, -1)
}

/** Bundles the thread of the store (`trace-store.js`), and processes that write into it and hold it open. */
export function bundleStoreScripts(folder: string): Promise<unknown> {
  const entry = (name: string) => join('src-main', 'trace-store', name)
  return build({
    configFile: false,
    logLevel: 'error',
    // As in the application: everything is bundled but what is native.
    ssr: { noExternal: true, external: ['libsql'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: {
          writer: entry('write-until-killed-under-test.ts'),
          holder: entry('hold-history-under-test.ts'),
          'trace-store': entry('trace-store-worker.ts'),
        },
        external: builtinModules.flatMap((module) => [module, `node:${module}`]),
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
}

// The demo: the real application, driven through its window by `e2e/demo.ts`, which leaves its
// screenshots and exports in the folder that AUTHSCOPE_DEMO_FOLDER names (`demo/`).
import { mkdirSync } from 'node:fs'
import { bundleEntry } from './bundle-entry.mjs'
import { inCheckout } from './checkout.mjs'
import { runScript } from './progress.mjs'
import { setUp } from './set-up.mjs'
import { stagedRun } from './staged-run.mjs'

/** Runs the demo and gives its exit status. */
export async function runDemo(args = []) {
  await setUp({ forTests: true })
  const program = await bundleEntry('demo', 'e2e/demo.ts')
  const folder = inCheckout('demo')
  mkdirSync(folder, { recursive: true })
  const environment = { AUTHSCOPE_DEMO_FOLDER: folder }
  return stagedRun([program, ...args], { watched: true, environment })
}

if (import.meta.filename === process.argv[1]) {
  await runScript(() => runDemo(process.argv.slice(2)))
}

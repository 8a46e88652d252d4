// The end-to-end tests, with Playwright's own arguments: `npm run e2e -- sign-in --workers 1`.
import { inCheckout } from './checkout.mjs'
import { runScript } from './progress.mjs'
import { setUp } from './set-up.mjs'
import { stagedRun } from './staged-run.mjs'

/** Runs the end-to-end tests in a prepared checkout and gives Playwright's exit status. */
export function runEndToEndTests(args = []) {
  const playwright = inCheckout('node_modules', '@playwright', 'test', 'cli.js')
  return stagedRun([playwright, 'test', ...args])
}

if (import.meta.filename === process.argv[1]) {
  await runScript(async () => {
    await setUp({ forTests: true })
    return runEndToEndTests(process.argv.slice(2))
  })
}

// The pictures of the answer forms in docs/: the real application, driven by `e2e/answer-forms.ts`.
import { mkdirSync } from 'node:fs'
import { bundleEntry } from './bundle-entry.mjs'
import { inCheckout } from './checkout.mjs'
import { runScript } from './progress.mjs'
import { setUp } from './set-up.mjs'
import { stagedRun } from './staged-run.mjs'

await runScript(async () => {
  await setUp({ forTests: true })
  const program = await bundleEntry('pictures', 'e2e/answer-forms.ts')
  const folder = inCheckout('docs', 'screenshots', 'answers')
  mkdirSync(folder, { recursive: true })
  return stagedRun([program], { environment: { AUTHSCOPE_PICTURES: folder } })
})

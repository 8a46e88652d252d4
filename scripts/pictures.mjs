// The pictures in docs/ and the README: the real application, driven by `e2e/answer-forms.ts` to
// each answer form and by `e2e/demo.ts` through a sign-in.
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundleEntry } from './bundle-entry.mjs'
import { inCheckout } from './checkout.mjs'
import { runScript } from './progress.mjs'
import { setUp } from './set-up.mjs'
import { stagedRun } from './staged-run.mjs'

/** The pictures of the demo that the README shows. */
const ofReadme = ['sign-in-light', 'refusal-light', 'srp-light', 'challenge-dark']

await runScript(async () => {
  await setUp({ forTests: true })
  return (await pictureAnswerForms()) || (await pictureDemo())
})

async function pictureAnswerForms() {
  const program = await bundleEntry('pictures', 'e2e/answer-forms.ts')
  const folder = inCheckout('docs', 'screenshots', 'answers')
  mkdirSync(folder, { recursive: true })
  return stagedRun([program], { environment: { AUTHSCOPE_PICTURES: folder } })
}

async function pictureDemo() {
  const program = await bundleEntry('demo', 'e2e/demo.ts')
  const folder = inCheckout('out', 'pictures', 'demo')
  mkdirSync(folder, { recursive: true })
  const status = await stagedRun([program], { environment: { AUTHSCOPE_DEMO_FOLDER: folder } })
  if (status !== 0) return status
  for (const name of ofReadme)
    copyFileSync(join(folder, `${name}.png`), inCheckout('docs', 'screenshots', `${name}.png`))
  return 0
}

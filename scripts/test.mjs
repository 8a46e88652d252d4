// Everything: the static gates, the unit tests, a build, the end-to-end tests in the real application,
// and smoke tests of the packaged one. What fails does not keep the rest from running, as far as it
// can.
import { buildApplication } from './build.mjs'
import { runStaticGates } from './check.mjs'
import { closeWith, sayGate } from './closing-line.mjs'
import { runEndToEndTests } from './e2e.mjs'
import { componentGate, endToEndGate, packageGate, runGate } from './gates.mjs'
import { smokeTestPackage } from './packaging/test-package.mjs'
import { SetUpError, runScript, say } from './progress.mjs'
import { setUp } from './set-up.mjs'

await runScript(async () => {
  const results = []
  try {
    const electron = await setUp({ forTests: true, build: false })
    results.push(...(await runStaticGates()))
    const components = await runGate(componentGate)
    sayGate(components)
    results.push(components)
    const build = await runGate({ name: 'build', runner: buildStatus })
    sayGate(build)
    results.push(build)
    if (build.failed === 0) {
      const endToEnd = await runGate(endToEndGate(runEndToEndTests))
      sayGate(endToEnd)
      results.push(endToEnd)
      const packaged = await runGate(packageGate(() => smokeTestPackage(electron)))
      sayGate(packaged)
      results.push(packaged)
    } else {
      results.push({ name: 'end-to-end tests (nothing was built)', passed: 0, failed: 1 })
    }
  } catch (error) {
    say(error instanceof SetUpError ? error.message : error.stack)
    results.push({ name: 'set-up', passed: 0, failed: 1 })
  }
  return closeWith(results)
})

async function buildStatus() {
  try {
    await buildApplication()
    return 0
  } catch (error) {
    say(error.message)
    return 1
  }
}

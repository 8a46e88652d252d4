// The static gates and the unit tests. All of them run even when one fails.
import { closeWith, sayGate } from './closing-line.mjs'
import { runGate, staticGates } from './gates.mjs'
import { installDependencies } from './install-dependencies.mjs'
import { runScript } from './progress.mjs'

/** Runs the static gates and the unit tests, two at a time, and gives their results. */
export async function runStaticGates() {
  const waiting = [...staticGates]
  const results = []
  const worker = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      const result = await runGate(gate)
      sayGate(result)
      results.push(result)
    }
  }
  await Promise.all([worker(), worker()])
  return results
}

if (import.meta.filename === process.argv[1]) {
  await runScript(async () => {
    await installDependencies()
    return closeWith(await runStaticGates())
  })
}

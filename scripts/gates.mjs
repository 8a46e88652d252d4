// The gates that a change has to pass, and how what a test runner reports is counted.
import { rmSync } from 'node:fs'
import { inCheckout, readJson } from './checkout.mjs'
import { runCommand } from './run-command.mjs'

const bin = (...path) => inCheckout('node_modules', ...path)
const unitReport = inCheckout('test-results', 'unit.json')
const componentReport = inCheckout('test-results', 'components.json')
const endToEndReport = inCheckout('test-results', 'e2e.json')
const packageReport = inCheckout('test-results', 'package.json')

/** What hangs is ended, and has failed. */
const gateTime = 60 * 60_000

/**
 * The static gates and the unit tests, the slow ones first: two run at a time. Each has a name,
 * and Node's arguments; `count` reads how many tests a runner reports, for a gate that is more
 * than one check.
 */
export const staticGates = [
  { name: 'types', args: [inCheckout('scripts', 'types.mjs')] },
  { name: 'lint', args: [inCheckout('scripts', 'lint.mjs')] },
  vitestGate('unit tests', 'unit', unitReport),
  {
    name: 'import rules',
    args: [inCheckout('scripts', 'import-rules.mjs')],
  },
  { name: 'dead code', args: [bin('knip', 'bin', 'knip.js'), '--no-progress'] },
  { name: 'format', args: [bin('oxfmt', 'bin', 'oxfmt'), '--check', '.'] },
]

/** The tests of components, in Chromium: they need what the set-up for tests installs. */
export const componentGate = vitestGate('component tests', 'components', componentReport)

function vitestGate(name, project, report) {
  const args = [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    // A focused test would keep the others of its file from running.
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  return { name, args, report, count: countUnitTests }
}

/** The end-to-end tests, run by `runner`, which gives an exit status. */
export function endToEndGate(runner) {
  return { name: 'end-to-end tests', runner, report: endToEndReport, count: countEndToEndTests }
}

/** The smoke tests of the packaged application, run likewise. */
export function packageGate(runner) {
  return { name: 'packaged application', runner, report: packageReport, count: countEndToEndTests }
}

/** Runs one gate: `{ name, passed, failed, seconds, output }`. */
export async function runGate(gate) {
  const began = Date.now()
  if (gate.report) rmSync(gate.report, { force: true })
  const { status, output } = gate.runner
    ? { status: await gate.runner(), output: '' }
    : await runCommand(process.execPath, gate.args, {
        quiet: true,
        cwd: inCheckout(),
        timeout: gateTime,
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      })
  const counts = countGate(gate, status)
  return { name: gate.name, ...counts, seconds: (Date.now() - began) / 1000, output }
}

function countGate(gate, status) {
  if (!gate.count) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const report = readJson(gate.report)
  const { passed, failed } = report ? gate.count(report) : { passed: 0, failed: 0 }
  // A runner that fails without a failed test has still failed, and so has one that ran nothing.
  const silent = failed === 0 && (status !== 0 || passed === 0)
  return { passed, failed: silent ? 1 : failed }
}

function countUnitTests(report) {
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length }
}

function countEndToEndTests({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
}

import { say } from './progress.mjs'

/** Says what one gate came to, with its output when it failed. */
export function sayGate({ name, passed, failed, seconds, output }) {
  const count = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : ''
  say(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name}${count} ${seconds.toFixed(1)} s`)
  if (failed > 0 && output.trim() !== '') say(`${output.trimEnd()}\n`)
}

/**
 * Prints the closing line `N passed, N failed` on stdout, alone and last.
 *
 * @returns {number} the exit status
 */
export function closeWith(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  const names = results.filter((result) => result.failed > 0).map((result) => result.name)
  if (names.length > 0) say(`Failed: ${names.join(', ')}`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}

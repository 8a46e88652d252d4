import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const progress = JSON.stringify(new URL('progress.mjs', import.meta.url))

/** Runs a script in a process of its own, and gives how it ended. */
function runInProcess(main: string, before = '') {
  const source = `import { SetUpError, runScript } from ${progress}\n${before}\nawait runScript(${main})`
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', source],
    { encoding: 'utf8' },
  )
  return { status, stderr }
}

it.each([
  ['() => 0', 0],
  ['() => 3', 3],
  ['() => undefined', 0],
])('ends with the status that the script gives: %s', (main, status) => {
  expect(runInProcess(main)).toEqual({ status, stderr: '' })
})

it('ends with status 1 and one sentence for an error of the set-up', () => {
  expect(runInProcess("() => { throw new SetUpError('Install it.') }")).toEqual({
    status: 1,
    stderr: 'Install it.\n',
  })
})

it('ends with the status of a failure although a library ends the process with 0', () => {
  const library = "process.on('beforeExit', () => process.exit(0))"
  expect(runInProcess('() => 1', library).status).toBe(1)
})

it('ends with status 1 for an error that is thrown after the script is done', () => {
  const later = "process.on('beforeExit', () => { throw new Error('too late') })"
  expect(runInProcess('() => 0', later).status).toBe(1)
})

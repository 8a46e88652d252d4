import { expect, it } from 'vitest'
import { userArgumentsOf } from './user-arguments.ts'

it.each([
  ['the packaged application', ['/opt/authscope', 'decode', '-'], true, ['decode', '-']],
  ['the packaged application alone', ['/opt/authscope', '--no-sandbox'], true, []],
  ['a file that the desktop names', ['/opt/authscope', '/tmp/a.har'], true, ['/tmp/a.har']],
  ['a question for help', ['/opt/authscope', '--help'], true, ['--help']],
  ['Electron in development', ['electron', '.', 'sign-in', '--json'], false, ['sign-in', '--json']],
  [
    'a test driver, whose switches are not ours',
    ['electron', '--inspect=0', '/app', '--no-sandbox', '--user-data-dir=/tmp/x'],
    false,
    [],
  ],
])('reads the arguments written for %s', (_who, argv, isPackaged, userArguments) => {
  expect(userArgumentsOf(argv, isPackaged)).toEqual(userArguments)
})

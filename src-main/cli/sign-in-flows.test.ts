import { expect, test, vi } from 'vitest'
import { runCommandLine } from './run-command-line.ts'
import type { SignInReport } from './sign-in/report.ts'

vi.setConfig({ testTimeout: 30_000 })

async function signIn(line: string, answers?: object): Promise<SignInReport> {
  let out = ''
  await runCommandLine(['sign-in', '--practice', '--json', ...line.split(' ')], {
    version: '0.0.0',
    environment: {},
    write: (text) => {
      out += text
    },
    error: () => undefined,
    readInput: () => Promise.resolve(JSON.stringify(answers ?? {})),
    colours: false,
    interrupted: new AbortController().signal,
  })
  return JSON.parse(out) as SignInReport
}

test.each([
  ['--username code-user --flow USER_AUTH --preferred-challenge EMAIL_OTP', undefined],
  ['--username choice-user --flow USER_AUTH --preferred-challenge PASSWORD', undefined],
  ['--username choice-user --flow USER_AUTH --answers-stdin', { ANSWER: 'PASSWORD' }],
  [
    '--username choice-user --flow USER_AUTH --answers-stdin',
    { SELECT_CHALLENGE: { ANSWER: 'SMS_OTP' } },
  ],
  [
    '--username choice-user --flow CUSTOM_AUTH --challenge-name SRP_A --client custom --answers-stdin',
    { CUSTOM_CHALLENGE: { ANSWER: '5' } },
  ],
  ['--username mfa-setup-user@example.com', undefined],
])('sign-in --practice %s gets tokens', async (line, answers) => {
  expect((await signIn(line, answers)).outcome).toBe('tokens')
})

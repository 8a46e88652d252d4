import { expect, test, vi } from 'vitest'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { startPracticeServer } from '#pool/practice-server.ts'
import { cli } from './command-line-under-test.ts'
import type { SignInReport } from './sign-in/report.ts'

vi.setConfig({ testTimeout: 20_000 })

test('a fault that applies to no call is an error, in JSON too', async () => {
  const line =
    'sign-in --practice --flow USER_PASSWORD_AUTH --inject-fault timestamp-in-another-language'
  const text = await cli(line)
  expect(text.status).toBe(1)
  expect(text.out).toContain('timestamp-in-another-language was not injected')
  const json = await cli(`${line} --json`)
  expect(json.status).toBe(1)
  expect(JSON.parse(json.out)).toMatchObject({
    outcome: 'tokens',
    faultNotInjected: 'timestamp-in-another-language',
  })
})

test('the clock difference is in the text and in the JSON', async () => {
  const later = await startPracticeServer({ modPow: nativeModPow })
  later.faults.turnOn('clock-skew', { seconds: 600 })
  const { clients, endpoint, userPoolId, users } = later.describe()
  const line = `sign-in --endpoint ${endpoint} --user-pool-id ${userPoolId} --client-id ${clients['web-public']?.clientId ?? ''} --username alice --password-env PW --flow USER_PASSWORD_AUTH`
  const environment = { PW: users[0]?.password ?? '' }
  const text = await cli(line, { environment })
  const json = await cli(`${line} --json`, { environment })
  await later.close()
  expect(text.out).toMatch(/clock is (599|600|601) s ahead of this machine’s/)
  const { clockAheadMs } = JSON.parse(json.out) as SignInReport
  expect(clockAheadMs).toBeGreaterThan(590_000)
})

test('sign-in and call write the diagnosis, strongest cause first and excluded ones last', async () => {
  const environment = { PW: 'Wrong-Password-1!' }
  const wrong = 'sign-in --practice --username alice --password-env PW --flow USER_PASSWORD_AUTH'
  const { out, status } = await cli(`${wrong} --json`, { environment })
  expect(status).toBe(4)
  const { diagnosis } = JSON.parse(out) as SignInReport
  const verdicts = diagnosis.map(({ verdict }) => verdict)
  expect(diagnosis[0]).toMatchObject({
    code: 'AS1101',
    rule: 'account/wrong-password',
    step: 1,
    evidence: [{ step: 1, where: 'response', member: 'message' }],
  })
  expect(diagnosis[0]?.next[0]).toMatchObject({ kind: 'action', safety: 'as is' })
  expect(verdicts.lastIndexOf('possible')).toBeLessThan(verdicts.indexOf('excluded'))
  expect((await cli(wrong, { environment })).out).toMatch(/Why\n.*The password is wrong.*AS1101/)

  const call = await cli('call ForgotPassword --practice --username nobody')
  expect(call.out).toMatch(/Why\n[^]*AS1115/)
  const json = await cli('call ForgotPassword --practice --username nobody --json')
  expect(JSON.parse(json.out)).toHaveProperty('diagnosis.0.code', 'AS1115')
})

test('a username that the window would not send is a usage error', async () => {
  const name = 'x'.repeat(298)
  const line = `sign-in --user-pool-id eu-west-1_AbCdEf123 --client-id c --username ${name}`
  const { errors, status } = await cli(`${line} --password-env PW`, { environment: { PW: 'x' } })
  expect(errors).toContain('--username: A Cognito username has at most 128 characters.')
  expect(status).toBe(2)
})

test('the times in the JSON are in milliseconds, to the microsecond', async () => {
  const { out } = await cli('sign-in --practice --username totp-user --json')
  const { steps } = JSON.parse(out) as SignInReport
  const times = steps.flatMap(({ durationMs, phases }) => [durationMs, ...Object.values(phases)])
  expect(times.length).toBeGreaterThan(6)
  for (const time of times) expect(String(time)).toMatch(/^\d+(\.\d{1,3})?$/)
})

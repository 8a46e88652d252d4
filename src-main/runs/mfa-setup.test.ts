import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { totpCode, totpStep } from '#engine/totp/totp.ts'
import { startRunsUnderTest, type RunsUnderTest } from './runs-under-test.ts'

let under: RunsUnderTest
beforeAll(async () => {
  under = await startRunsUnderTest()
})
beforeEach(() => {
  under.pool.reset()
})
afterAll(() => under.close())

/** A sign-in that waits for the first code of an authenticator. */
async function setUp(): Promise<string> {
  const USERNAME = 'mfa-setup-user@example.com'
  const PASSWORD = Secret.of('text', 'Practice-Password-1!')
  const input = { flow: 'USER_SRP_AUTH', parameters: { USERNAME, PASSWORD } }
  const runId = under.start('email-public', input)
  expect(await under.stopped(runId)).toMatchObject({ challenge: 'MFA_SETUP', again: false })
  return runId
}
const steps = (runId: string) => timeline(under.eventsOf(runId)).steps
const operations = (runId: string) => steps(runId).map(({ operation }) => operation)

test('the set-up of an authenticator shows its secret as a mark, and waits for the code', async () => {
  const runId = await setUp()
  const computed = steps(runId).at(-1)?.computed ?? []
  expect(computed.map(({ name }) => name)).toEqual(['secret', 'otpauth URI'])
  const secret = await under.runs.secret(runId, computed[0]?.value ?? '')
  const text = secret ? reveal(secret) : ''
  expect(text).toMatch(/^[A-Z2-7]{52}$/)
  expect(JSON.stringify((await under.runs.open(runId)).events)).not.toContain(text)

  await under.runs.answer(runId, { UserCode: '000000' }, {})
  expect(await under.stopped(runId, 1)).toMatchObject({ again: true })
  const code = totpCode(text, totpStep(under.now()))
  await under.runs.answer(runId, { UserCode: Secret.of('text', code) }, {})
  expect(await under.stopped(runId, 2)).toMatchObject({ outcome: 'tokens' })
  expect(operations(runId).slice(2)).toEqual([
    'AssociateSoftwareToken',
    'VerifySoftwareToken',
    'VerifySoftwareToken',
    'RespondToAuthChallenge',
  ])
})

test('ClientMetadata sent with a computed first code reaches the answer', async () => {
  const runId = await setUp()
  await under.runs.answerAutomatically(runId, { tenant: 'blue' })
  expect(await under.stopped(runId, 1)).toMatchObject({ outcome: 'tokens' })
  const body = steps(runId).at(-1)?.attempts[0]?.requestBody ?? ''
  expect(JSON.parse(body)).toMatchObject({ ClientMetadata: { tenant: 'blue' } })
  expect(operations(runId).slice(-2)).toEqual(['VerifySoftwareToken', 'RespondToAuthChallenge'])
})

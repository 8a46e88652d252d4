import { afterAll, beforeAll, expect, test } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import type { SignInInput } from '#engine/wire/sign-in-input.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { startRunsUnderTest, type RunsUnderTest } from '#main/runs/runs-under-test.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { redriveOf, redriveValues, type RedriveKnown } from './redrive.ts'

let under: RunsUnderTest
beforeAll(async () => {
  under = await startRunsUnderTest()
})
afterAll(() => under.close())

const password = Secret.of('password', 'Practice-Password-1!')
const signIn = (flow: string, username: string, more: SignInInput['parameters'] = {}) => ({
  flow,
  parameters: { USERNAME: username, PASSWORD: password, ...more },
})

/** A sign-in of sms-user as far as its code. */
async function withCode(): Promise<StoredRun> {
  const runId = under.start('server-secret', signIn('USER_SRP_AUTH', 'sms-user'))
  await under.stopped(runId)
  await under.runs.answer(runId, { SMS_MFA_CODE: under.sentCode() }, {})
  await under.stopped(runId, 1)
  return under.runs.stored(runId)
}

function again(
  stored: StoredRun,
  {
    entered = {},
    known = {},
    to,
  }: { to?: number; entered?: Record<string, string>; known?: RedriveKnown } = {},
  client = 'server-secret',
) {
  const redrive = redriveOf(stored, to, redriveValues(entered), known)
  const { input, missing, script } = redrive
  expect(missing).toEqual([])
  return under.start(client, input, {
    script,
    known: { ...(redrive.password && { password: redrive.password }) },
  })
}

const challengesOf = (runId: string) =>
  timeline(under.eventsOf(runId)).steps.flatMap(({ challenge, operation }) =>
    operation !== undefined && challenge !== undefined ? [challenge] : [],
  )

test('a run is started over, waits for its one-time code, and continues to tokens', async () => {
  const stored = await withCode()
  const runId = again(stored)
  expect(await under.stopped(runId)).toMatchObject({
    challenge: 'SMS_MFA',
    notComputable: expect.stringContaining('cannot be repeated') as string,
  })
  expect(challengesOf(runId)).toEqual(['PASSWORD_VERIFIER'])
  await under.runs.answer(runId, { SMS_MFA_CODE: under.sentCode() }, {})
  expect(await under.stopped(runId, 1)).toMatchObject({ outcome: 'tokens' })
})

test('a run that is repeated up to a step stops after it', async () => {
  const runId = again(await withCode(), { to: 1 })
  expect(await under.stopped(runId)).toMatchObject({
    challenge: 'PASSWORD_VERIFIER',
    notComputable: 'The run was repeated up to here. Continue manually.',
  })
})

test('an edited member is sent in the place of the computed one, at another client too', async () => {
  const stored = await withCode()
  const entered = { '2.TIMESTAMP': 'Mon Jan 1 00:00:00 UTC 2001' }
  const runId = again(stored, { to: 2, entered }, 'srp-only')
  expect(await under.stopped(runId)).toMatchObject({ outcome: 'refused' })
  const { requestBody } = timeline(under.eventsOf(runId)).steps[1]?.attempts[0] ?? {}
  expect(requestBody).toContain('Mon Jan 1 00:00:00 UTC 2001')
})

test('an edited code is sent instead of being asked for', async () => {
  const runId = again(await withCode(), { entered: { '3.SMS_MFA_CODE': '000000' } })
  expect(await under.stopped(runId)).toMatchObject({ challenge: 'SMS_MFA', again: true })
  expect(challengesOf(runId)).toEqual(['PASSWORD_VERIFIER', 'SMS_MFA'])
})

test('choices are the same ones, and a code that is computed is a new one', async () => {
  const first = under.start('server-secret', signIn('USER_SRP_AUTH', 'choose-mfa-user'))
  await under.stopped(first)
  await under.runs.answer(first, { ANSWER: 'SMS_MFA' }, { tenant: 'blue' })
  await under.stopped(first, 1)
  under.runs.cancel(first)
  await under.stopped(first, 2)
  const runId = again(await under.runs.stored(first))
  expect(await under.stopped(runId)).toMatchObject({ challenge: 'SMS_MFA' })
  const { requestBody = '' } = timeline(under.eventsOf(runId)).steps[2]?.attempts[0] ?? {}
  expect(JSON.parse(requestBody)).toMatchObject({
    ChallengeResponses: { ANSWER: 'SMS_MFA' },
    ClientMetadata: { tenant: 'blue' },
  })
})

test('what is not kept is named, and a known password takes its place', async () => {
  const stored = { ...(await withCode()), secrets: new Map<string, Secret>() }
  const { missing, plan } = redriveOf(stored, undefined, {}, {})
  expect(missing).toEqual(['1.PASSWORD'])
  expect(plan.sendsMessages).toBe(true)
  const runId = again(stored, { to: 2, known: { password } })
  expect(await under.stopped(runId)).toMatchObject({ challenge: 'SMS_MFA' })
})

test('a run without a first call, and a step that is not there, are refused with a sentence', async () => {
  const stored = await withCode()
  expect(() => redriveOf(stored, 9, {}, {})).toThrow('This run has no step 9.')
  expect(() => redriveOf(stored, 1, redriveValues({ '2.X': 'y' }), {})).toThrow('names no step')
  const events = stored.events.filter((event) => !('step' in event) || event.step !== 1)
  expect(() => redriveOf({ ...stored, events }, undefined, {}, {})).toThrow('cannot be repeated')
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ContractEvent } from '#contract/events.ts'
import type { Contract } from '#contract/contract.ts'
import type { Client } from '#contract/define.ts'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { passwordSignIn, startUnderTest } from './application-under-test.ts'
import type { RunningApplication } from './compose.ts'

vi.setConfig({ testTimeout: 40_000, hookTimeout: 40_000 })

const folder = mkdtempSync(join(tmpdir(), 'authscope-calls-'))
const events: ContractEvent[] = []
let application: RunningApplication
let profileId = ''
let call: Client<Contract>

beforeAll(async () => {
  ;({ application, call } = startUnderTest(folder, {
    emit: (event) => events.push(event),
  }))
  await application.startPractice()
  profileId = await practice('choice')
})
afterAll(async () => {
  await application.close()
  rmSync(folder, { recursive: true })
})

async function practice(client: string): Promise<string> {
  const profile = (await call('profile.list')).find(({ name }) => name === `Practice: ${client}`)
  return profile!.id
}

type Input = Parameters<typeof call<'call.make'>>[1]
const make = (operation: string, more: Partial<Input> = {}) =>
  call('call.make', {
    profileId,
    operation,
    parameters: {},
    secrets: {},
    clientMetadata: {},
    computeCode: false,
    ...more,
  })

const traceOf = (runId: string): readonly TraceEvent[] =>
  events.flatMap((event) =>
    event.type === 'run.event' && event.runId === runId ? [event.event] : [],
  )
const view = (runId: string) => timeline(traceOf(runId))
const newest = (runId: string) => view(runId).steps.at(-1)
/** The answer to the newest step of a trace, once it is written up. */
async function answerOf(runId: string, operation: string) {
  await vi.waitFor(() => {
    expect(newest(runId)).toMatchObject({ operation })
    expect(newest(runId)?.answer).toBeDefined()
  }, 15_000)
  return newest(runId)?.answer
}
async function codeFor(username: string): Promise<string> {
  const { practice } = await call('app.state')
  return practice.outbox.find((message) => message.username === username)!.code
}
async function ended(runId: string, state: string) {
  await vi.waitFor(() => {
    expect(view(runId).state).toBe(state)
  }, 15_000)
}
async function signIn(
  username: string,
  more: Partial<Parameters<typeof call<'run.start'>>[1]> = {},
): Promise<string> {
  const { runId } = await call('run.start', {
    ...passwordSignIn(profileId, username),
    automatic: { srp: true, totp: true, passkey: true },
    ...more,
  })
  await ended(runId, 'tokens')
  return runId
}

const password = 'Canary-Password-1!'
const email = 'newcomer@example.com'
const newcomer = { Username: 'newcomer' }

test('a sign-up, its code and the sign-in after it work together', async () => {
  const { runId } = await make('SignUp', {
    parameters: { ...newcomer, 'UserAttributes.email': email },
    secrets: { Password: password },
  })
  await ended(runId, 'accepted')
  expect(view(runId)).toMatchObject({ flow: 'SignUp', username: 'newcomer' })
  await make('ResendConfirmationCode', { runId, parameters: newcomer })
  expect(await answerOf(runId, 'ResendConfirmationCode')).toMatchObject({ kind: 'accepted' })
  await make('ConfirmSignUp', {
    runId,
    parameters: newcomer,
    secrets: { ConfirmationCode: await codeFor('newcomer') },
  })
  expect(await answerOf(runId, 'ConfirmSignUp')).toMatchObject({ kind: 'accepted' })
  const next = await call('call.signIn', { runId })
  await ended(next.runId, 'tokens')
  expect(view(next.runId)).toMatchObject({ flow: 'USER_AUTH', username: 'newcomer' })
  expect(view(next.runId).steps[0]?.computed).toMatchObject([{ note: /ConfirmSignUp/ }])
  const known = await call('run.known', { profileId, username: 'newcomer' })
  expect(known).toContainEqual({ key: 'PASSWORD', source: 'typed before', withheld: false })
})

test('a wrong code for a forgotten password is refused, and the right one sets the password', async () => {
  const { runId } = await make('ForgotPassword', { parameters: newcomer })
  await ended(runId, 'accepted')
  const confirm = (code: string) =>
    make('ConfirmForgotPassword', {
      runId,
      parameters: newcomer,
      secrets: { ConfirmationCode: code, Password: 'Canary-Password-2!' },
    })
  const code = await codeFor('newcomer')
  await confirm('000000')
  expect(await answerOf(runId, 'ConfirmForgotPassword')).toMatchObject({
    kind: 'refused',
    error: 'CodeMismatchException',
  })
  await confirm(code)
  await vi.waitFor(() => {
    expect(newest(runId)?.answer).toMatchObject({ kind: 'accepted' })
  })
})

/** The device and the session are strangers, so that these are refused for what they name. */
const stranger = 'us-east-1_00000000-0000-0000-0000-000000000000'
const credential = JSON.stringify({ id: 'x', response: { clientDataJSON: 'Canary'.repeat(9) } })
const withToken: readonly (readonly [string, Partial<Input>, string])[] = [
  ['GetUser', {}, 'accepted'],
  ['GetUserAuthFactors', {}, 'accepted'],
  ['UpdateUserAttributes', { parameters: { 'UserAttributes.name': 'Canary Name' } }, 'accepted'],
  ['GetUserAttributeVerificationCode', { parameters: { AttributeName: 'email' } }, 'accepted'],
  ['VerifyUserAttribute', { parameters: { AttributeName: 'email' } }, 'accepted'],
  ['DeleteUserAttributes', { parameters: { UserAttributeNames: 'name' } }, 'accepted'],
  ['AssociateSoftwareToken', {}, 'accepted'],
  ['VerifySoftwareToken', { computeCode: true }, 'accepted'],
  [
    'SetUserMFAPreference',
    { parameters: { 'SoftwareTokenMfaSettings.Enabled': 'true' } },
    'accepted',
  ],
  ['SetUserSettings', {}, 'accepted'],
  [
    'ChangePassword',
    { secrets: { PreviousPassword: 'Canary-Password-2!', ProposedPassword: password } },
    'accepted',
  ],
  ['ConfirmDevice', { parameters: { DeviceKey: stranger } }, 'refused'],
  ['ListDevices', { parameters: { Limit: '5' } }, 'accepted'],
  ['GetDevice', { parameters: { DeviceKey: stranger } }, 'refused'],
  ['UpdateDeviceStatus', { parameters: { DeviceKey: stranger } }, 'refused'],
  ['ForgetDevice', { parameters: { DeviceKey: stranger } }, 'refused'],
  ['StartWebAuthnRegistration', {}, 'accepted'],
  ['CompleteWebAuthnRegistration', { secrets: { Credential: credential } }, 'refused'],
  ['ListWebAuthnCredentials', {}, 'accepted'],
  ['DeleteWebAuthnCredential', { parameters: { CredentialId: 'none' } }, 'refused'],
  ['ListUserSessions', {}, 'accepted'],
  ['RevokeUserSession', { parameters: { SessionId: 'tkn_none' } }, 'refused'],
  [
    'UpdateAuthEventFeedback',
    {
      parameters: { ...newcomer, EventId: 'event', FeedbackValue: 'Valid' },
      secrets: { FeedbackToken: 'Canary-Feedback-Token' },
    },
    'refused',
  ],
  ['GetTokensFromRefreshToken', {}, 'tokens'],
  ['GlobalSignOut', {}, 'accepted'],
  ['RevokeToken', {}, 'accepted'],
]

test('every operation with the tokens of a sign-in has the form that the pool accepts', async () => {
  const runId = await signIn('newcomer', { secrets: { PASSWORD: 'Canary-Password-2!' } })
  for (const [operation, more, kind] of withToken) {
    const secrets =
      operation === 'VerifyUserAttribute'
        ? { Code: await codeFor('newcomer') }
        : (more.secrets ?? {})
    await make(operation, { ...more, runId, secrets })
    const answer = await answerOf(runId, operation)
    expect(answer?.kind, `${operation}: ${JSON.stringify(answer)}`).toBe(kind)
    // What is refused is refused for what it names, and not for its form.
    expect(JSON.stringify(answer)).not.toMatch(/validation error|SerializationException/)
  }
  const { offline, tokens } = await call('call.prove', { runId })
  expect(tokens.map(({ use, verdict }) => `${use} ${verdict}`)).toEqual([
    'access dead',
    'refresh dead',
  ])
  expect(offline).toContain('the access token until')
})

test('tokens are alive after a sign-in, and dead after DeleteUser', async () => {
  const runId = await signIn('choice-user')
  const alive = await call('call.prove', { runId })
  expect(alive.tokens.map(({ verdict }) => verdict)).toEqual(['alive', 'alive'])
  await make('DeleteUser', { runId })
  expect(await answerOf(runId, 'DeleteUser')).toMatchObject({ kind: 'accepted' })
  const dead = await call('call.prove', { runId })
  expect(dead.tokens.map(({ verdict }) => verdict)).toEqual(['dead', 'dead'])
})

test('UpdateDeviceStatus and ForgetDevice from a form update the stored device', async () => {
  const of = { profileId: await practice('device-public') }
  const runId = await signIn('device-user', of)
  const kept = async () => (await call('device.list', of))[0]
  await vi.waitFor(async () => {
    expect(await kept()).toMatchObject({ status: 'remembered' })
  }, 15_000)
  const DeviceKey = (await kept())!.key
  // A trace of its own, with a token that was typed.
  const mark = view(runId).steps.flatMap(({ answer }) =>
    answer?.kind === 'tokens' ? answer.tokens.filter(({ use }) => use === 'access') : [],
  )[0]!.mark
  const { text: AccessToken } = await call('secret.reveal', { runId, mark })
  const parameters = { DeviceKey, DeviceRememberedStatus: 'not_remembered' }
  await make('UpdateDeviceStatus', { ...of, parameters, secrets: { AccessToken } })
  await vi.waitFor(async () => {
    expect(await kept()).toMatchObject({ status: 'not_remembered' })
  }, 15_000)
  await make('ForgetDevice', { ...of, runId, parameters: { DeviceKey: stranger } })
  expect((await kept())?.staleSince).toBeUndefined()
  await make('ForgetDevice', { ...of, runId, parameters: { DeviceKey } })
  await vi.waitFor(async () => {
    expect((await kept())?.staleSince).toBeGreaterThan(0)
  }, 15_000)
})

test('the username that SECRET_HASH of a refresh expects is found', async () => {
  const address = 'email-user@example.com'
  const emailSecret = await practice('email-secret')
  const runId = await signIn(address, { profileId: emailSecret, flow: 'USER_SRP_AUTH' })
  const names = await call('call.tryHashNames', { runId })
  expect(names.map(({ from, verdict }) => `${from}: ${verdict}`)).toEqual([
    'the username that signed in: wrong',
    'username of the access token: right',
  ])
  expect(names[0]).toMatchObject({ name: address, reason: /SecretHash does not match/ })
  const computed = view(runId).steps.flatMap((step) => step.computed)
  expect(computed).toContainEqual(
    expect.objectContaining({ name: 'hashed username', value: address }),
  )
  await expect(call('call.tryHashNames', { runId: await signIn('passkey-user') })).rejects.toThrow(
    'A client without a secret sends no SECRET_HASH.',
  )
})

test('GetClientToken sends the secret of the app client, which must have the flow for it', async () => {
  const { runId } = await make('GetClientToken', {
    profileId: await practice('server-secret'),
    parameters: { Scopes: 'api/read' },
  })
  expect(await answerOf(runId, 'GetClientToken')).toMatchObject({
    kind: 'refused',
    error: 'InvalidParameterException',
    message: 'Auth flow not enabled for this client',
  })
})

test('every operation is called by these tests', () => {
  const called = events.flatMap((event) =>
    event.type === 'run.event' && event.event.type === 'sent' ? [event.event.operation] : [],
  )
  expect([...accountOperations.keys()].filter((name) => !called.includes(name))).toEqual([])
})

test('no event shows a secret that was entered for a call', () => {
  const open = JSON.stringify(events.filter(({ type }) => type === 'run.event'))
  expect(open).not.toContain('Canary-')
  expect(open).not.toContain('CanaryCanary')
  expect(open).toContain('newcomer')
})

test('a call of a client with a secret has its hash', async () => {
  profileId = await practice('server-secret')
  const { runId } = await make('ForgotPassword', { parameters: { Username: 'alice' } })
  await ended(runId, 'accepted')
  await expect(make('InitiateAuth')).rejects.toThrow('no account operation “InitiateAuth”')
  await expect(make('VerifySoftwareToken', { runId, computeCode: true })).rejects.toThrow(
    'AssociateSoftwareToken first',
  )
})

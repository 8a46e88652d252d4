// Amplify is how most browsers and phones reach Cognito; these are its sign-ins.
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import {
  confirmSignIn,
  fetchAuthSession,
  fetchDevices,
  signIn,
  signOut,
  type SignInInput,
  type SignInOutput,
} from '@aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito'
import { Amplify, ConsoleLogger } from '@aws-amplify/core'
import { conformancePools } from '../conformance/pools.ts'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'
import { amplifyResource, codeNow, memoryStorage, userOf } from './practice-place.ts'

type Options = NonNullable<SignInInput['options']>

const password = 'Practice-Password-1!'
const temporaryPassword = 'Temporary-Password-1!'
const newPassword = 'Better-Password-2!'
let server: PracticeServer
beforeAll(async () => {
  // It warns of every endpoint that is not AWS's.
  ConsoleLogger.LOG_LEVEL = 'ERROR'
  // A device is named after its browser.
  vi.stubGlobal('navigator', { userAgent: 'a browser' })
  server = await startPracticeServer({ configuration: conformancePools })
})
afterAll(() => {
  vi.unstubAllGlobals()
  return server.close()
})
beforeEach(() => {
  server.reset()
})

/** Points Amplify at a client of the practice pools, with nothing kept of earlier sign-ins. */
function use(client: string): void {
  const Auth = amplifyResource(server, client)
  // What `aws-amplify`, which is this library and many more, does of itself.
  cognitoUserPoolsTokenProvider.setAuthConfig(Auth)
  cognitoUserPoolsTokenProvider.setKeyValueStorage(memoryStorage())
  Amplify.configure({ Auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } })
}

const codeSent = () => server.outbox().at(-1)?.code ?? ''
const totp = () => codeNow(userOf(server, 'totp-user').totpSecret)
const secretShown = ({ nextStep }: SignInOutput) =>
  nextStep.signInStep === 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP'
    ? codeNow(nextStep.totpSetupDetails.sharedSecret)
    : ''
const sum = ({ nextStep }: SignInOutput) => {
  const { question = '' } =
    nextStep.signInStep === 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE'
      ? (nextStep.additionalInfo ?? {})
      : {}
  return String((question.match(/\d+/g) ?? []).map(Number).reduce((one, other) => one + other, 0))
}

type Answer = string | ((signedIn: SignInOutput) => string)
interface Journey {
  readonly client: string
  readonly username: string
  readonly password?: string
  readonly options: Options
  /** Amplify's names of what it is asked, and what is answered. */
  readonly steps: readonly (readonly [step: string, answer: Answer])[]
}
const sms = ['CONFIRM_SIGN_IN_WITH_SMS_CODE', codeSent] as const
const byTotp = ['CONFIRM_SIGN_IN_WITH_TOTP_CODE', totp] as const
const email = ['CONFIRM_SIGN_IN_WITH_EMAIL_CODE', codeSent] as const
const first = 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION'
const byPassword = (
  authFlowType: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH',
  client: string,
  username: string,
  ...steps: Journey['steps']
): Journey => ({ client, username, password, options: { authFlowType }, steps })
const byChoice = (
  username: string,
  preferredChallenge: Options['preferredChallenge'],
  ...steps: Journey['steps']
): Journey => ({
  client: 'choice',
  username,
  options: { authFlowType: 'USER_AUTH', ...(preferredChallenge && { preferredChallenge }) },
  steps,
})
const journeys: readonly Journey[] = [
  byPassword('USER_SRP_AUTH', 'web-public', 'alice'),
  byPassword('USER_SRP_AUTH', 'web-public', 'totp-user', byTotp),
  byPassword('USER_PASSWORD_AUTH', 'web-public', 'alice'),
  byPassword('USER_PASSWORD_AUTH', 'web-public', 'totp-user', byTotp),
  byPassword('USER_PASSWORD_AUTH', 'web-public', 'sms-user', sms),
  byPassword('USER_PASSWORD_AUTH', 'choice', 'email-mfa-user', email),
  byPassword(
    'USER_PASSWORD_AUTH',
    'web-public',
    'choose-mfa-user',
    ['CONTINUE_SIGN_IN_WITH_MFA_SELECTION', 'TOTP'],
    byTotp,
  ),
  byPassword('USER_PASSWORD_AUTH', 'mfa-required', 'plain', [
    'CONTINUE_SIGN_IN_WITH_TOTP_SETUP',
    secretShown,
  ]),
  {
    ...byPassword('USER_SRP_AUTH', 'choice', 'first-password-user', [
      'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED',
      newPassword,
    ]),
    password: temporaryPassword,
  },
  { ...byChoice('choice-user', 'PASSWORD'), password },
  { ...byChoice('choice-user', 'PASSWORD_SRP'), password },
  byChoice('code-user', 'EMAIL_OTP', email),
  byChoice('choice-user', 'SMS_OTP', sms),
  byChoice('choice-user', undefined, [first, 'EMAIL_OTP'], email),
  byChoice('choice-user', undefined, [first, 'SMS_OTP'], sms),
  byChoice(
    'choice-user',
    undefined,
    [first, 'PASSWORD'],
    ['CONFIRM_SIGN_IN_WITH_PASSWORD', password],
  ),
  byChoice(
    'choice-user',
    undefined,
    [first, 'PASSWORD_SRP'],
    ['CONFIRM_SIGN_IN_WITH_PASSWORD', password],
  ),
  {
    client: 'custom',
    username: 'choice-user',
    options: { authFlowType: 'CUSTOM_WITHOUT_SRP' },
    steps: [
      ['CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE', 'wrong'],
      ['CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE', sum],
    ],
  },
  {
    client: 'custom',
    username: 'choice-user',
    password,
    options: { authFlowType: 'CUSTOM_WITH_SRP' },
    steps: [['CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE', sum]],
  },
]

const named = journeys.map((way) => {
  const { authFlowType = '', preferredChallenge = 'no preference' } = way.options
  const signedIn = way.steps.map(([step]) => step.replace(/^\w+_SIGN_IN_WITH_/, ''))
  return [
    `${authFlowType} (${preferredChallenge}) of ${way.username}: ${signedIn.join()}`,
    way,
  ] as const
})
it.each(named)('Amplify completes %s', async (_, way) => {
  use(way.client)
  const { options, password: inputs, steps, username } = way
  let output = await signIn({
    username,
    options,
    ...(inputs !== undefined && { password: inputs }),
  })
  for (const [step, answer] of steps) {
    expect(output.nextStep.signInStep).toBe(step)
    const challengeResponse = typeof answer === 'string' ? answer : answer(output)
    output = await confirmSignIn({ challengeResponse })
  }
  expect(output).toMatchObject({ isSignedIn: true, nextStep: { signInStep: 'DONE' } })
  const { tokens } = await fetchAuthSession()
  expect(tokens?.accessToken.payload['username']).toBe(username)
})

it('Amplify can repeat a wrong code in the same sign-in', async () => {
  use('web-public')
  await signIn({ username: 'sms-user', password })
  await expect(confirmSignIn({ challengeResponse: '000000' })).rejects.toMatchObject({
    name: 'CodeMismatchException',
  })
  await expect(confirmSignIn({ challengeResponse: codeSent() })).resolves.toMatchObject({
    isSignedIn: true,
  })
})

it('Amplify remembers its device, and is asked for no second factor there', async () => {
  use('device-public')
  const { totpSecret = '', username } = userOf(server, 'device-totp-user')
  const options = { authFlowType: 'USER_PASSWORD_AUTH' } as const
  await signIn({ username, password, options })
  await confirmSignIn({ challengeResponse: codeNow(totpSecret) })
  expect(await fetchDevices()).toHaveLength(1)
  const { tokens } = await fetchAuthSession({ forceRefresh: true })
  expect(tokens?.accessToken.payload['device_key']).toMatch(/^us-east-1_/)
  await signOut()
  expect(await signIn({ username, password, options })).toMatchObject({ isSignedIn: true })
})

// Amplify around the sign-in: accounts, passwords, second factors, sessions.
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  autoSignIn,
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchMFAPreference,
  fetchUserAttributes,
  resetPassword,
  setUpTOTP,
  signIn,
  signOut,
  signUp,
  updateMFAPreference,
  updatePassword,
  verifyTOTPSetup,
} from '@aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito'
import { Amplify, ConsoleLogger } from '@aws-amplify/core'
import { conformancePools } from '../conformance/pools.ts'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'
import { amplifyResource, codeNow, memoryStorage } from './practice-place.ts'

const password = 'Practice-Password-1!'
const newPassword = 'Better-Password-2!'
const options = { authFlowType: 'USER_PASSWORD_AUTH' } as const
let server: PracticeServer
beforeAll(async () => {
  // It warns of every endpoint that is not AWS's.
  ConsoleLogger.LOG_LEVEL = 'ERROR'
  server = await startPracticeServer({ configuration: conformancePools })
})
afterAll(() => server.close())
beforeEach(() => {
  server.reset()
})

function use(client: string): void {
  const Auth = amplifyResource(server, client)
  cognitoUserPoolsTokenProvider.setAuthConfig(Auth)
  cognitoUserPoolsTokenProvider.setKeyValueStorage(memoryStorage())
  Amplify.configure({ Auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } })
}
const codeSent = () => server.outbox().at(-1)?.code ?? ''

it.each([
  ['USER_PASSWORD_AUTH', 'web-public', password],
  ['USER_AUTH', 'every-flow', undefined],
] as const)(
  'a sign-up does not lead to a sign-in of itself by %s',
  async (authFlowType, client, chosen) => {
    // Amplify lets no automatic sign-in begin within 300 ms of the last one: its promise stays open.
    await setTimeout(400)
    use(client)
    const username = 'newcomer'
    const userAttributes = { email: 'newcomer@example.com', name: 'Newcomer' }
    const begun = await signUp({
      username,
      ...(chosen !== undefined && { password: chosen }),
      options: { userAttributes, autoSignIn: { authFlowType } },
    })
    expect(begun.nextStep.signUpStep).toBe('CONFIRM_SIGN_UP')
    const confirmed = await confirmSignUp({ username, confirmationCode: codeSent() })
    expect(confirmed.nextStep.signUpStep).toBe('COMPLETE_AUTO_SIGN_IN')
    expect(await autoSignIn()).toMatchObject({ isSignedIn: true })
    expect(await fetchUserAttributes()).toMatchObject({ ...userAttributes, email_verified: 'true' })
  },
)

it('Amplify replaces a forgotten password', async () => {
  use('web-public')
  const { nextStep } = await resetPassword({ username: 'alice' })
  expect(nextStep).toMatchObject({
    resetPasswordStep: 'CONFIRM_RESET_PASSWORD_WITH_CODE',
    codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'a***@e***' },
  })
  await confirmResetPassword({ username: 'alice', confirmationCode: codeSent(), newPassword })
  const signedIn = await signIn({ username: 'alice', password: newPassword, options })
  expect(signedIn.isSignedIn).toBe(true)
  await updatePassword({ oldPassword: newPassword, newPassword: password })
  await signOut()
  await expect(signIn({ username: 'alice', password, options })).resolves.toBeDefined()
})

it('Amplify says that a password has to be reset', async () => {
  use('web-public')
  const challenged = await signIn({ username: 'reset-user', password, options })
  expect(challenged.nextStep.signInStep).toBe('RESET_PASSWORD')
})

it('Amplify says that an account is not confirmed', async () => {
  use('web-public')
  const challenged = await signIn({ username: 'unconfirmed-user', password, options })
  expect(challenged.nextStep.signInStep).toBe('CONFIRM_SIGN_UP')
})

it('Amplify sets up and prefers an authenticator, and is asked for it from then on', async () => {
  use('web-public')
  await signIn({ username: 'alice', password, options })
  const { sharedSecret } = await setUpTOTP()
  await verifyTOTPSetup({ code: codeNow(sharedSecret) })
  await updateMFAPreference({ totp: 'PREFERRED' })
  expect(await fetchMFAPreference()).toEqual({ enabled: ['TOTP'], preferred: 'TOTP' })
  await signOut()
  const challenged = await signIn({ username: 'alice', password, options })
  expect(challenged.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE')
  const done = await confirmSignIn({ challengeResponse: codeNow(sharedSecret, 1) })
  expect(done.isSignedIn).toBe(true)
})

it('Amplify renews a session, and loses it with a sign-out everywhere', async () => {
  use('web-public')
  await signIn({ username: 'alice', password, options })
  const first = await fetchAuthSession()
  const renewed = await fetchAuthSession({ forceRefresh: true })
  expect(renewed.tokens?.accessToken.payload.jti).not.toBe(first.tokens?.accessToken.payload.jti)
  expect(renewed.tokens?.accessToken.payload['origin_jti']).toBe(
    first.tokens?.accessToken.payload['origin_jti'],
  )
  await signOut({ global: true })
  const answer = await fetch(server.endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSCognitoIdentityProviderService.GetUser',
    },
    body: JSON.stringify({ AccessToken: renewed.tokens?.accessToken.toString() }),
  })
  expect(await answer.json()).toEqual({
    __type: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  })
})

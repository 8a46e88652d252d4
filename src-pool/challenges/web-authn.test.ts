import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ConfigurationInput, PoolInput } from '../configuration/configuration.ts'
import { authenticatorUnderTest, type Faults } from '../passkeys/authenticator-under-test.ts'
import {
  passwordSignIn,
  poolUnderTest,
  registerPasskey,
  requestOptions,
  response,
  type AnswerBody,
  type PoolUnderTest,
} from '../test-bed/pool-under-test.ts'

const password = 'Practice-Password-1!'
const totpSecret = 'AUTHSCOPEPRACTICETOTPSECRETTHATGUARDSNOTHINGATALL22A'
const relyingPartyId = 'auth.practice.example'

const pool = (more: Partial<PoolInput> = {}): ConfigurationInput => ({
  pools: [
    {
      id: 'us-east-1_Passkeys1',
      allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
      webAuthnConfiguration: { relyingPartyId },
      clients: [
        {
          name: 'app',
          id: 'app',
          explicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
          preventUserExistenceErrors: 'ENABLED',
        },
      ],
      users: ['ann', 'ben'].map((username) => ({ username, password, totpSecret })),
      ...more,
    },
  ],
})

let test: PoolUnderTest
let AccessToken: string
let authenticator: ReturnType<typeof authenticatorUnderTest>

const begin = (USERNAME: string, more: Readonly<Record<string, string>> = {}) =>
  test.succeed('InitiateAuth', {
    AuthFlow: 'USER_AUTH',
    ClientId: 'app',
    AuthParameters: { USERNAME, ...more },
  })
const prompt = (USERNAME = 'ann') => begin(USERNAME, { PREFERRED_CHALLENGE: 'WEB_AUTHN' })
const answerFor = (challenge: AnswerBody, CREDENTIAL: string, USERNAME = 'ann') =>
  response('app', challenge, { USERNAME, CREDENTIAL })
const answer = (challenge: AnswerBody, requestFaults?: Faults) =>
  test.succeed(
    'RespondToAuthChallenge',
    answerFor(challenge, authenticator.signIn(requestOptions(challenge), requestFaults)),
  )
const refused = (challenge: AnswerBody, CREDENTIAL: string, USERNAME?: string) =>
  test.refusal('RespondToAuthChallenge', answerFor(challenge, CREDENTIAL, USERNAME))
const claims = ({ AuthenticationResult }: AnswerBody) =>
  decodeJwt(AuthenticationResult?.['AccessToken'] ?? '')
const wrong = 'NotAuthorizedException: Incorrect username or password.'

const signInByPassword = async (name: string) => {
  let body = await test.succeed('InitiateAuth', passwordSignIn('app', name, password))
  if (body.ChallengeName === 'SOFTWARE_TOKEN_MFA') {
    const answers = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: test.code(totpSecret) }
    body = await test.succeed('RespondToAuthChallenge', response('app', body, answers))
  }
  return body.AuthenticationResult?.['AccessToken'] ?? ''
}
async function set(more: Partial<PoolInput> = {}, attachment?: 'platform' | 'cross-platform') {
  test = poolUnderTest(pool(more))
  authenticator = authenticatorUnderTest(`https://${relyingPartyId}`, attachment)
  AccessToken = await signInByPassword('ann')
  await registerPasskey(test, AccessToken, authenticator)
}

beforeEach(() => set())

describe('WEB_AUTHN is offered', () => {
  it('to users with a passkey, after passwords and codes, and to nobody else', async () => {
    const offers = async (name: string) => (await begin(name)).AvailableChallenges
    expect(await offers('ann')).toEqual(['PASSWORD_SRP', 'PASSWORD', 'WEB_AUTHN'])
    expect(await offers('ben')).toEqual(['PASSWORD_SRP', 'PASSWORD'])
    expect(await prompt('ben')).toMatchObject({ ChallengeName: 'SELECT_CHALLENGE' })
  })

  it('as GetUserAuthFactors says, and no more once the passkey is deleted', async () => {
    const factors = () => test.succeed('GetUserAuthFactors', { AccessToken })
    expect(await factors()).toMatchObject({ ConfiguredUserAuthFactors: ['PASSWORD', 'WEB_AUTHN'] })
    const [passkey] = requestOptions(await prompt()).allowCredentials
    await test.succeed('DeleteWebAuthnCredential', { AccessToken, CredentialId: passkey?.id })
    expect(await factors()).toMatchObject({ ConfiguredUserAuthFactors: ['PASSWORD'] })
  })

  it('to an unknown name, always with the same invented passkey', async () => {
    const first = await prompt('nobody')
    expect(requestOptions(first)).toMatchObject({
      rpId: relyingPartyId,
      allowCredentials: [{ type: 'public-key', transports: ['internal'] }],
    })
    const ids = ({ allowCredentials }: ReturnType<typeof requestOptions>) => allowCredentials
    expect(ids(requestOptions(await prompt('nobody')))).toEqual(ids(requestOptions(first)))
    const credential = authenticator.signIn(requestOptions(await prompt()))
    expect(await refused(first, credential, 'nobody')).toBe(wrong)
  })
})

describe('a passkey signs in', () => {
  it('by the preferred challenge, and the tokens say how', async () => {
    const challenge = await prompt()
    expect(challenge).toMatchObject({
      ChallengeName: 'WEB_AUTHN',
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'WEB_AUTHN'],
    })
    expect(requestOptions(challenge)).toMatchObject({
      timeout: 180_000,
      rpId: relyingPartyId,
      userVerification: 'preferred',
    })
    expect(claims(await answer(challenge))).toMatchObject({
      acr: 'urn:cognito:loa:3',
      amr: ['swk'],
    })
  })

  it('with a security key as hwk', async () => {
    await set({}, 'cross-platform')
    expect(claims(await answer(await prompt()))).toMatchObject({ amr: ['hwk'] })
  })

  it('through SELECT_CHALLENGE, in the session of the WEB_AUTHN that follows', async () => {
    const select = response('app', await begin('ann'), { USERNAME: 'ann', ANSWER: 'WEB_AUTHN' })
    const challenge = await test.succeed('RespondToAuthChallenge', select)
    expect(challenge.ChallengeName).toBe('WEB_AUTHN')
    expect((await answer(challenge)).AuthenticationResult).toBeDefined()
  })

  it('in SELECT_CHALLENGE itself, for a challenge that is open, and once', async () => {
    const CREDENTIAL = authenticator.signIn(requestOptions(await prompt()), { counter: 0 })
    const select = async () =>
      response('app', await begin('ann'), { USERNAME: 'ann', ANSWER: 'WEB_AUTHN', CREDENTIAL })
    const { AuthenticationResult } = await test.succeed('RespondToAuthChallenge', await select())
    expect(AuthenticationResult).toBeDefined()
    expect(await test.refusal('RespondToAuthChallenge', await select())).toBe(wrong)
  })

  it('to step a sign-in by password up to the third level', async () => {
    const challenge = await begin('ann', {
      ACCESS_TOKEN: AccessToken,
      TARGET_ACR_VALUES: 'urn:cognito:loa:3',
    })
    // The user's authenticator application comes before the passkey.
    expect(challenge.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    await set({ users: [{ username: 'ann', password }] })
    const more = { ACCESS_TOKEN: AccessToken, TARGET_ACR_VALUES: 'urn:cognito:loa:3' }
    const stepUp = await begin('ann', more)
    expect(stepUp.ChallengeName).toBe('WEB_AUTHN')
    expect(claims(await answer(stepUp))).toMatchObject({
      acr: 'urn:cognito:loa:3',
      amr: ['pwd', 'swk', 'mfa'],
    })
  })
})

describe('a passkey that proves nothing is refused', () => {
  it.each<[string, Faults]>([
    ['a spoilt signature', { corruptSignature: true }],
    ['a page elsewhere', { origin: 'https://auth.practice.example.evil.example' }],
    ['a page without https', { origin: 'http://auth.practice.example' }],
    ['another challenge', { challenge: 'bm90LXRoZS1jaGFsbGVuZ2U' }],
    ['another relying party', { rpId: 'other.example' }],
    ["another user's handle", { userHandle: 'YmVu' }],
  ])('for %s, and the session can be used again', async (_, requestFaults) => {
    const challenge = await prompt()
    const credential = authenticator.signIn(requestOptions(challenge), requestFaults)
    expect(await refused(challenge, credential)).toBe(wrong)
    expect((await answer(challenge)).AuthenticationResult).toBeDefined()
  })

  it('for a counter that did not increase, and the stored one stays', async () => {
    await answer(await prompt(), { counter: 7 })
    for (const counter of [7, 3, 0]) {
      const challenge = await prompt()
      const old = authenticator.signIn(requestOptions(challenge), { counter })
      expect(await refused(challenge, old)).toBe(wrong)
    }
    expect((await answer(await prompt(), { counter: 8 })).AuthenticationResult).toBeDefined()
  })

  it('never for an authenticator that does not count', async () => {
    for (let time = 0; time < 2; time++)
      expect((await answer(await prompt(), { counter: 0 })).AuthenticationResult).toBeDefined()
  })

  it('for an answer sent again, in its own session and in another', async () => {
    const challenge = await prompt()
    const credential = authenticator.signIn(requestOptions(challenge), { counter: 0 })
    await test.succeed('RespondToAuthChallenge', answerFor(challenge, credential))
    expect(await refused(challenge, credential)).toContain('session can only be used once')
    expect(await refused(await prompt(), credential)).toBe(wrong)
  })

  it('for two answers to one challenge that arrive together, but for one of them', async () => {
    const challenge = await prompt()
    const credential = authenticator.signIn(requestOptions(challenge), { counter: 0 })
    const both = [1, 2].map(() =>
      test.call('RespondToAuthChallenge', answerFor(challenge, credential)),
    )
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 400])
  })

  it('for the challenge of another session, even an open one', async () => {
    const credential = authenticator.signIn(requestOptions(await prompt()))
    expect(await refused(await prompt(), credential)).toBe(wrong)
  })

  it('for one counter in two sign-ins that arrive together, but for one of them', async () => {
    const challenges = [await prompt(), await prompt()]
    const both = challenges.map((challenge) => {
      const credential = authenticator.signIn(requestOptions(challenge), { counter: 5 })
      return test.call('RespondToAuthChallenge', answerFor(challenge, credential))
    })
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 400])
  })

  it('for a passkey that was deleted while the challenge was open, or is of someone else', async () => {
    const challenge = await prompt()
    const options = requestOptions(challenge)
    const CredentialId = options.allowCredentials[0]?.id
    await registerPasskey(test, await signInByPassword('ben'), authenticator)
    const ofBen = authenticator.signIn({
      ...requestOptions(await prompt('ben')),
      challenge: options.challenge,
    })
    expect(await refused(challenge, ofBen)).toBe(wrong)
    await test.succeed('DeleteWebAuthnCredential', { AccessToken, CredentialId })
    expect(await refused(challenge, authenticator.signIn(options))).toBe(wrong)
  })

  it('for a challenge of a registration', async () => {
    const start = await test.succeed('StartWebAuthnRegistration', { AccessToken })
    const challenge = await prompt()
    const requestFaults = { challenge: start.CredentialCreationOptions?.challenge ?? '' }
    const credential = authenticator.signIn(requestOptions(challenge), requestFaults)
    expect(await refused(challenge, credential)).toBe(wrong)
  })

  it('for a text that is no credential', async () => {
    expect(await refused(await prompt(), 'not JSON')).toBe(wrong)
    expect(await refused(await prompt(), '{"id":"x"}')).toBe(wrong)
  })

  it('when the challenge is answered too late', async () => {
    const challenge = await prompt()
    test.wait(180)
    const credential = authenticator.signIn(requestOptions(challenge))
    expect(await refused(challenge, credential)).toContain('session is expired')
  })
})

describe('user verification', () => {
  it('is required where the pool requires it', async () => {
    await set({ webAuthnConfiguration: { relyingPartyId, userVerification: 'required' } })
    const challenge = await prompt()
    const options = requestOptions(challenge)
    expect(options.userVerification).toBe('required')
    const credential = authenticator.signIn(options, { userVerified: false })
    expect(await refused(challenge, credential)).toBe(wrong)
    expect((await answer(challenge)).AuthenticationResult).toBeDefined()
  })

  it('is required of a user who turned passkey MFA on, which needs the pool and another factor', async () => {
    const turnOn = { AccessToken, WebAuthnMfaSettings: { Enabled: true } }
    expect(await test.refusal('SetUserMFAPreference', turnOn)).toContain(
      'InvalidParameterException',
    )
    await set({
      webAuthnConfiguration: {
        relyingPartyId,
        factorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      },
    })
    const again = { AccessToken, WebAuthnMfaSettings: { Enabled: true } }
    expect(await test.refusal('SetUserMFAPreference', again)).toContain('another active MFA method')
    const SoftwareTokenMfaSettings = { Enabled: true }
    await test.succeed('SetUserMFAPreference', { ...again, SoftwareTokenMfaSettings })
    expect(requestOptions(await prompt()).userVerification).toBe('required')
  })
})

describe('where the pool requires a second factor', () => {
  it('a passkey replaces it when the pool allows that and the user was verified', async () => {
    await set({
      mfaConfiguration: 'ON',
      allowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'],
      webAuthnConfiguration: {
        relyingPartyId,
        factorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      },
    })
    expect((await answer(await prompt())).AuthenticationResult).toBeDefined()
    const unverified = await answer(await prompt(), { userVerified: false })
    expect(unverified.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  })
})

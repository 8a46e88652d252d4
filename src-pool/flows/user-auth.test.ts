import { beforeEach, describe, expect, it } from 'vitest'
import { decodeJwt } from 'jose'
import {
  passwordClaim,
  poolUnderTest,
  response,
  srpSignIn,
  type AnswerBody,
  type PoolUnderTest,
} from '../test-bed/pool-under-test.ts'

let test: PoolUnderTest
let client: string
const poolId = 'us-east-1_Practice3'
const password = 'Practice-Password-1!'
const totpSecret = 'AUTHSCOPEPRACTICETOTPSECRETTHATGUARDSNOTHINGATALL22A'

beforeEach(() => {
  test = poolUnderTest()
  const pool = test.pool.describe().find(({ userPoolId }) => userPoolId === poolId)
  client = pool?.clients['choice']?.clientId ?? ''
})

const userAuth = (USERNAME: string, more: Readonly<Record<string, string>> = {}) => ({
  AuthFlow: 'USER_AUTH',
  ClientId: client,
  AuthParameters: { USERNAME, ...more },
})
const begin = (USERNAME: string, more?: Readonly<Record<string, string>>) =>
  test.succeed('InitiateAuth', userAuth(USERNAME, more))
const answer = (challenge: AnswerBody, answers: Readonly<Record<string, string>>) =>
  test.succeed('RespondToAuthChallenge', response(client, challenge, answers))
const refused = (challenge: AnswerBody, answers: Readonly<Record<string, string>>) =>
  test.refusal('RespondToAuthChallenge', response(client, challenge, answers))
const preferring = (USERNAME: string, PREFERRED_CHALLENGE: string) =>
  begin(USERNAME, { PREFERRED_CHALLENGE })
const claims = ({ AuthenticationResult }: AnswerBody) =>
  decodeJwt(AuthenticationResult?.['AccessToken'] ?? '')

describe('what USER_AUTH offers', () => {
  it('lists passwords first, then codes, as Cognito orders them', async () => {
    expect(await begin('choice-user')).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      ChallengeParameters: {},
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    })
  })

  it('offers no password to a user who has none, and begins with what is preferred', async () => {
    expect(await preferring('code-user', 'EMAIL_OTP')).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      AvailableChallenges: ['EMAIL_OTP'],
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
        CODE_DELIVERY_DESTINATION: 'c***@e***',
      },
    })
  })

  it('offers only passwords before the user has set one of their own', async () => {
    expect(await preferring('first-password-user', 'EMAIL_OTP')).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
    })
  })

  it('refuses a choice that the user does not have, and keeps the session', async () => {
    const challenge = await begin('code-user')
    expect(await refused(challenge, { USERNAME: 'code-user', ANSWER: 'SMS_OTP' })).toBe(
      'InvalidParameterException: Selected challenge is not available',
    )
    const next = await answer(challenge, { USERNAME: 'code-user', ANSWER: 'EMAIL_OTP' })
    expect(next.ChallengeName).toBe('EMAIL_OTP')
  })

  it('is what GetUserAuthFactors names, a password once', async () => {
    const signedIn = await begin('choice-user', {
      PREFERRED_CHALLENGE: 'PASSWORD',
      PASSWORD: password,
    })
    const { AccessToken } = signedIn.AuthenticationResult ?? {}
    expect(await test.succeed('GetUserAuthFactors', { AccessToken })).toMatchObject({
      ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    })
  })

  it('is refused where the client does not have it', async () => {
    const web = test.pool.describe()[0]?.clients['web-public']?.clientId ?? ''
    expect(await test.refusal('InitiateAuth', { ...userAuth('alice'), ClientId: web })).toBe(
      'InvalidParameterException: USER_AUTH flow not enabled for this client',
    )
  })
})

describe('a code as first factor', () => {
  it.each([
    ['EMAIL_OTP', 'email_otp'],
    ['SMS_OTP', 'sms'],
  ])('%s has eight digits, forgives a wrong one, and ends the sign-in', async (name, factor) => {
    const challenge = await preferring('choice-user', name)
    expect(test.sentCode()).toMatch(/^\d{8}$/)
    const key = `${name}_CODE`
    for (let attempt = 0; attempt < 6; attempt++)
      expect(await refused(challenge, { USERNAME: 'choice-user', [key]: '00000000' })).toBe(
        'CodeMismatchException: Invalid code or auth state for the user.',
      )
    const right = { USERNAME: 'choice-user', [key]: test.sentCode() }
    const done = await answer(challenge, right)
    expect(claims(done)).toMatchObject({ acr: 'urn:cognito:loa:2', amr: [factor] })
    expect(await refused(challenge, right)).toMatch('can only be used once')
  })

  it('is simulated for an unknown name, and no message is sent', async () => {
    const challenge = await preferring('nobody@example.com', 'EMAIL_OTP')
    expect(challenge.ChallengeParameters?.['CODE_DELIVERY_DESTINATION']).toBe('n***@e***')
    expect(test.pool.outbox()).toEqual([])
    const guess = { USERNAME: 'nobody@example.com', EMAIL_OTP_CODE: '12345678' }
    expect(await refused(challenge, guess)).toMatch('CodeMismatchException')
    expect(await refused(challenge, { ...guess, USERNAME: 'code-user' })).toMatch('Invalid session')
  })
})

describe('a password as first factor', () => {
  it('is accepted with the preference, with the choice, or by a challenge of its own', async () => {
    const direct = await begin('choice-user', {
      PREFERRED_CHALLENGE: 'PASSWORD',
      PASSWORD: password,
    })
    expect(claims(direct)).toMatchObject({ acr: 'urn:cognito:loa:1', amr: ['pwd'] })
    const chosen = await answer(await begin('choice-user'), {
      USERNAME: 'choice-user',
      ANSWER: 'PASSWORD',
      PASSWORD: password,
    })
    expect(chosen.AuthenticationResult).toBeDefined()
    const challenged = await preferring('choice-user', 'PASSWORD')
    expect(challenged.ChallengeName).toBe('PASSWORD')
    const done = await answer(challenged, { USERNAME: 'choice-user', PASSWORD: password })
    expect(done.AuthenticationResult).toBeDefined()
  })

  it('is proved by SRP in each of the three ways', async () => {
    const { SRP_A } = srpSignIn(client, '').AuthParameters
    const prove = async (verifier: AnswerBody) => {
      expect(verifier.ChallengeName).toBe('PASSWORD_VERIFIER')
      return answer(verifier, passwordClaim(poolId, verifier, password, test.now()))
    }
    const direct = await begin('choice-user', { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A })
    expect((await prove(direct)).AuthenticationResult).toBeDefined()
    const chosen = { USERNAME: 'choice-user', ANSWER: 'PASSWORD_SRP', SRP_A }
    const second = await answer(await begin('choice-user'), chosen)
    expect((await prove(second)).AuthenticationResult).toBeDefined()
    const challenged = await preferring('choice-user', 'PASSWORD_SRP')
    const third = await answer(challenged, { USERNAME: 'choice-user', SRP_A })
    expect((await prove(third)).AuthenticationResult).toBeDefined()
  })

  it('counts toward the lock-out, and an unknown user looks like a wrong password', async () => {
    const wrong = 'NotAuthorizedException: Incorrect username or password.'
    const attempt = (name: string) =>
      test.refusal(
        'InitiateAuth',
        userAuth(name, { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'no' }),
      )
    expect(await attempt('nobody')).toBe(wrong)
    for (let count = 0; count < 5; count++) expect(await attempt('choice-user')).toBe(wrong)
    expect(await attempt('choice-user')).toMatch('Password attempts exceeded')
  })

  it('does not sign a user in who has none', async () => {
    const challenge = await begin('code-user')
    const empty = { USERNAME: 'code-user', ANSWER: 'PASSWORD', PASSWORD: 'x' }
    expect(await refused(challenge, empty)).toMatch('Selected challenge is not available')
  })
})

describe('email as second factor', () => {
  const withPassword = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password }

  it('has six digits, names its user, and is requested after the password', async () => {
    const challenge = await begin('email-mfa-user', withPassword)
    expect(challenge).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { USER_ID_FOR_SRP: 'email-mfa-user' },
    })
    expect(test.sentCode()).toMatch(/^\d{6}$/)
    const right = { USERNAME: 'email-mfa-user', EMAIL_OTP_CODE: test.sentCode() }
    expect(claims(await answer(challenge, right))).toMatchObject({
      acr: 'urn:cognito:loa:3',
      amr: ['pwd', 'email_otp', 'mfa'],
    })
  })

  it('can be set up where the pool requires a second factor', async () => {
    test = poolUnderTest({
      pools: [
        {
          id: 'us-east-1_Mfa',
          mfaConfiguration: 'ON',
          mfaMethods: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
          clients: [{ name: 'c', id: 'client', explicitAuthFlows: ['ALLOW_USER_AUTH'] }],
          users: [{ username: 'ann', password }],
        },
      ],
    })
    client = 'client'
    const setUp = await begin('ann', withPassword)
    expect(setUp.ChallengeParameters?.['MFAS_CAN_SETUP']).toContain('EMAIL_OTP')
    const code = await answer(setUp, { USERNAME: 'ann', EMAIL: 'ann@example.com' })
    expect(code.ChallengeName).toBe('EMAIL_OTP')
    const done = await answer(code, { USERNAME: 'ann', EMAIL_OTP_CODE: test.sentCode() })
    expect(done.AuthenticationResult).toBeDefined()
  })
})

describe('step-up', () => {
  const target = { TARGET_ACR_VALUES: 'urn:cognito:loa:4' }
  const signedIn = async () => {
    const direct = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password }
    const { AuthenticationResult } = await begin('choice-user', direct)
    return AuthenticationResult?.['AccessToken'] ?? ''
  }

  it('asks only for the factor that the present sign-in lacks', async () => {
    const ACCESS_TOKEN = await signedIn()
    const challenge = await begin('choice-user', { ...target, ACCESS_TOKEN })
    expect(challenge.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    const right = { USERNAME: 'choice-user', SOFTWARE_TOKEN_MFA_CODE: test.code(totpSecret) }
    expect(claims(await answer(challenge, right))).toMatchObject({
      acr: 'urn:cognito:loa:4',
      amr: ['pwd', 'otp', 'mfa'],
    })
  })

  it('begins again when the sign-in is older than MAX_AGE', async () => {
    const ACCESS_TOKEN = await signedIn()
    test.wait(61)
    const stale = await begin('choice-user', { ...target, ACCESS_TOKEN, MAX_AGE: '60' })
    expect(stale.ChallengeName).toBe('SELECT_CHALLENGE')
  })

  it('does not take another user’s token, nor a token without a target', async () => {
    const ACCESS_TOKEN = await signedIn()
    expect(
      await test.refusal('InitiateAuth', userAuth('code-user', { ...target, ACCESS_TOKEN })),
    ).toMatch('Invalid Access Token')
    expect(await test.refusal('InitiateAuth', userAuth('choice-user', { ACCESS_TOKEN }))).toMatch(
      'InvalidParameterException',
    )
  })
})

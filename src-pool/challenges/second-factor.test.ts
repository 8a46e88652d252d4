import { beforeEach, describe, expect, it } from 'vitest'
import {
  passwordSignIn,
  poolUnderTest,
  response,
  type AnswerBody,
  type PoolUnderTest,
} from '../test-bed/pool-under-test.ts'

let test: PoolUnderTest
let web: string
let other: string
let emailClient: string
const password = 'Practice-Password-1!'

beforeEach(() => {
  test = poolUnderTest()
  const [first, second] = test.pool.describe()
  web = first?.clients['web-public']?.clientId ?? ''
  other = first?.clients['password-only']?.clientId ?? ''
  emailClient = second?.clients['email-public']?.clientId ?? ''
})

const begin = (name: string, client = web) =>
  test.succeed('InitiateAuth', passwordSignIn(client, name, password))
const respond = 'RespondToAuthChallenge'
const totpSecret = () =>
  test.pool.describe()[0]?.users.find(({ username }) => username === 'totp-user')?.totpSecret ?? ''

describe('SMS_MFA', () => {
  const answer = (challenge: AnswerBody, code: string) =>
    response(web, challenge, { USERNAME: 'sms-user', SMS_MFA_CODE: code })

  it('masks the number, puts six digits into the outbox, and accepts them', async () => {
    const challenge = await begin('sms-user')
    expect(challenge.ChallengeParameters).toEqual({
      CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
      CODE_DELIVERY_DESTINATION: '+*******0123',
      USER_ID_FOR_SRP: 'sms-user',
    })
    expect(test.sentCode()).toMatch(/^\d{6}$/)
    const done = await test.succeed(respond, answer(challenge, test.sentCode()))
    expect(done.ChallengeParameters).toEqual({})
    expect(done.Session).toBeUndefined()
  })

  it('keeps the session after a wrong code, and ends it after the right one', async () => {
    const challenge = await begin('sms-user')
    for (let attempt = 0; attempt < 6; attempt++)
      expect(await test.refusal(respond, answer(challenge, 'wrong!'))).toBe(
        'CodeMismatchException: Invalid code or auth state for the user.',
      )
    await test.succeed(respond, answer(challenge, test.sentCode()))
    expect(await test.refusal(respond, answer(challenge, test.sentCode()))).toBe(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    )
  })

  it('does not take the code of another sign-in', async () => {
    const first = await begin('sms-user')
    const code = test.sentCode()
    const second = await begin('sms-user')
    expect(await test.refusal(respond, answer(second, code))).toMatch('CodeMismatchException')
    expect(first.Session).not.toBe(second.Session)
  })
})

describe('a session', () => {
  const right = (challenge: AnswerBody) =>
    response(web, challenge, { USERNAME: 'sms-user', SMS_MFA_CODE: test.sentCode() })
  const invalid = 'NotAuthorizedException: Invalid session for the user.'

  it('looks like a real one, so that a client with a small buffer shows', async () => {
    expect((await begin('sms-user')).Session).toMatch(/^AYAB[\w-]{900,1600}$/)
  })

  it('expires three minutes after its challenge, and not before', async () => {
    const challenge = await begin('sms-user')
    test.wait(179)
    expect(
      await test.refusal(
        respond,
        response(web, challenge, { USERNAME: 'sms-user', SMS_MFA_CODE: '-' }),
      ),
    ).toMatch('CodeMismatch')
    test.wait(1)
    expect(await test.refusal(respond, right(challenge))).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    )
  })

  it('is named when it is missing', async () => {
    const { ChallengeName = '' } = await begin('sms-user')
    expect(await test.refusal(respond, right({ ChallengeName }))).toBe(
      'InvalidParameterException: Missing required parameter Session',
    )
  })

  it('is of no use to another user, another client or another challenge', async () => {
    const challenge = await begin('sms-user')
    const SMS_MFA_CODE = test.sentCode()
    const elsewhere = response(other, challenge, { USERNAME: 'sms-user', SMS_MFA_CODE })
    expect(await test.refusal(respond, elsewhere)).toBe(invalid)
    const asAlice = response(web, challenge, { USERNAME: 'alice', SMS_MFA_CODE })
    expect(await test.refusal(respond, asAlice)).toBe(invalid)
    const asTotp = response(
      web,
      { ...challenge, ChallengeName: 'SOFTWARE_TOKEN_MFA' },
      { USERNAME: 'sms-user', SOFTWARE_TOKEN_MFA_CODE: SMS_MFA_CODE },
    )
    expect(await test.refusal(respond, asTotp)).toBe(invalid)
    const garbage = right({ ...challenge, Session: 'AYAB-and-then-nothing-real' })
    expect(await test.refusal(respond, garbage)).toBe(invalid)
    await test.succeed(respond, right(challenge))
  })
})

describe('SOFTWARE_TOKEN_MFA', () => {
  const answer = (challenge: AnswerBody, code: string) =>
    response(web, challenge, { USERNAME: 'totp-user', SOFTWARE_TOKEN_MFA_CODE: code })

  it.each([-1, 0, 1])('accepts the code of step %i', async (later) => {
    const challenge = await begin('totp-user')
    expect(challenge.ChallengeParameters).toEqual({
      FRIENDLY_DEVICE_NAME: 'practice authenticator',
      USER_ID_FOR_SRP: 'totp-user',
    })
    await test.succeed(respond, answer(challenge, test.code(totpSecret(), later)))
  })

  it.each([-2, 2])('refuses the code of step %i, and keeps the session', async (later) => {
    const challenge = await begin('totp-user')
    expect(await test.refusal(respond, answer(challenge, test.code(totpSecret(), later)))).toBe(
      'CodeMismatchException: Invalid code received for user',
    )
    await test.succeed(respond, answer(challenge, test.code(totpSecret())))
  })

  it('refuses a code that was used before, and accepts the next one', async () => {
    const code = test.code(totpSecret())
    await test.succeed(respond, answer(await begin('totp-user'), code))
    const challenge = await begin('totp-user')
    expect(await test.refusal(respond, answer(challenge, code))).toBe(
      'ExpiredCodeException: Your software token has already been used once.',
    )
    test.wait(30)
    await test.succeed(respond, answer(challenge, test.code(totpSecret())))
  })
})

describe('SELECT_MFA_TYPE', () => {
  const choose = (challenge: AnswerBody, ANSWER: string) =>
    response(web, challenge, { USERNAME: 'choose-mfa-user', ANSWER })

  it('lists the factors as JSON text and leads to the chosen one', async () => {
    const challenge = await begin('choose-mfa-user')
    expect(challenge.ChallengeParameters).toEqual({
      MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]',
      USER_ID_FOR_SRP: 'choose-mfa-user',
    })
    const next = await test.succeed(respond, choose(challenge, 'SMS_MFA'))
    expect(next.ChallengeName).toBe('SMS_MFA')
    expect(next.Session).not.toBe(challenge.Session)
  })

  it('refuses a factor that the user does not have, and can then be answered again', async () => {
    const challenge = await begin('choose-mfa-user')
    expect(await test.refusal(respond, choose(challenge, 'EMAIL_OTP'))).toBe(
      'InvalidParameterException: Selected challenge is not available',
    )
    const next = await test.succeed(respond, choose(challenge, 'SOFTWARE_TOKEN_MFA'))
    expect(next.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  })
})

describe('MFA_SETUP', () => {
  it('chains three sessions to tokens, and the first code is used up by then', async () => {
    const name = 'mfa-setup-user@example.com'
    const challenge = await begin(name, emailClient)
    expect(challenge.ChallengeParameters?.MFAS_CAN_SETUP).toBe('["SOFTWARE_TOKEN_MFA"]')
    const { Session } = challenge
    const created = await test.succeed('AssociateSoftwareToken', { Session })
    expect(await test.refusal('AssociateSoftwareToken', { Session })).toMatch('only be used once')
    const { SecretCode = '' } = created
    const UserCode = test.code(SecretCode)
    expect(
      await test.refusal('VerifySoftwareToken', { Session: created.Session, UserCode: '000000' }),
    ).toBe('EnableSoftwareTokenMFAException: Code mismatch')
    const proved = await test.succeed('VerifySoftwareToken', { Session: created.Session, UserCode })
    const last = { ...challenge, Session: proved.Session ?? '' }
    const done = await test.succeed(respond, response(emailClient, last, { USERNAME: name }))
    expect(done.AuthenticationResult?.TokenType).toBe('Bearer')

    const next = await begin(name, emailClient)
    expect(next.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    const responses = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: UserCode }
    expect(await test.refusal(respond, response(emailClient, next, responses))).toMatch('used once')
  })

  it('is not passed by its own first session, before anything is set up', async () => {
    const name = 'mfa-setup-user@example.com'
    const challenge = await begin(name, emailClient)
    expect(
      await test.refusal(respond, response(emailClient, challenge, { USERNAME: name })),
    ).toMatch('Invalid session')
  })
})

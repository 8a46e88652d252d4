import { beforeEach, describe, expect, it } from 'vitest'
import {
  passwordSignIn,
  poolUnderTest,
  response,
  type AnswerBody,
  type PoolUnderTest,
} from '../test-bed/pool-under-test.ts'

const name = 'temporary-password-user'
const temporary = 'Temporary-Password-1!'
const newPassword = 'Better-Password-2!'

let test: PoolUnderTest
let web: string
let challenge: AnswerBody

beforeEach(async () => {
  test = poolUnderTest()
  web = test.pool.describe()[0]?.clients['web-public']?.clientId ?? ''
  challenge = await test.succeed('InitiateAuth', passwordSignIn(web, name, temporary))
})

const answer = (responses: Record<string, string>) =>
  response(web, challenge, { USERNAME: name, ...responses })
const refused = (responses: Record<string, string>) =>
  test.refusal('RespondToAuthChallenge', answer(responses))
const complete = { NEW_PASSWORD: newPassword, 'userAttributes.name': 'T' }

describe('NEW_PASSWORD_REQUIRED', () => {
  it('lists in JSON what is missing and what is present', () => {
    const { requiredAttributes = '', userAttributes = '' } = challenge.ChallengeParameters ?? {}
    expect(JSON.parse(requiredAttributes)).toEqual(['userAttributes.name'])
    expect(JSON.parse(userAttributes)).toEqual({
      email: `${name}@example.com`,
      email_verified: 'true',
      name: '',
    })
  })

  it.each([
    [
      'no new password',
      { 'userAttributes.name': 'T' },
      'InvalidParameterException: Missing required parameter NEW_PASSWORD',
    ],
    [
      'a required attribute left out',
      { NEW_PASSWORD: newPassword },
      'InvalidParameterException: Invalid attributes given, name is missing',
    ],
    [
      'userAttributes sent back whole',
      { ...complete, 'userAttributes.email': 'x@example.com' },
      'NotAuthorizedException: Cannot modify an already provided email',
    ],
    [
      'an attribute that only the service sets',
      { ...complete, 'userAttributes.email_verified': 'true' },
      'NotAuthorizedException: A client attempted to write unauthorized attribute',
    ],
    [
      'a password too short',
      { ...complete, NEW_PASSWORD: 'Aa1!' },
      'InvalidPasswordException: Password does not conform to policy: Password not long enough',
    ],
    [
      'a password without a symbol',
      { ...complete, NEW_PASSWORD: 'Abcdefgh1' },
      'InvalidPasswordException: Password does not conform to policy: Password must have symbol characters',
    ],
  ])('refuses %s, and changes nothing', async (_, responses, expected) => {
    expect(await refused(responses)).toBe(expected)
    await test.succeed('RespondToAuthChallenge', answer(complete))
  })

  it('makes the new password the only one, and keeps the attributes', async () => {
    const done = await test.succeed('RespondToAuthChallenge', answer(complete))
    expect(done.AuthenticationResult?.RefreshToken).toBeDefined()
    expect(await test.refusal('InitiateAuth', passwordSignIn(web, name, temporary))).toMatch(
      'Incorrect username or password.',
    )
    const again = await test.succeed('InitiateAuth', passwordSignIn(web, name, newPassword))
    const [, payload = ''] = again.AuthenticationResult?.IdToken?.split('.') ?? []
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ name: 'T' })
  })

  it('comes back with the temporary password until it is answered, and after a reset', async () => {
    await test.succeed('RespondToAuthChallenge', answer(complete))
    test.pool.reset()
    const again = await test.succeed('InitiateAuth', passwordSignIn(web, name, temporary))
    expect(again.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import {
  passwordClaim,
  poolUnderTest,
  response,
  srpSignIn,
  type AnswerBody,
  type PoolUnderTest,
} from '../test-bed/pool-under-test.ts'

const wrong = 'NotAuthorizedException: Incorrect username or password.'

let test: PoolUnderTest
let web: string
let hiding: string
let poolId: string
let password: string

beforeEach(() => {
  test = poolUnderTest()
  const [pool] = test.pool.describe()
  poolId = pool?.userPoolId ?? ''
  web = pool?.clients['web-public']?.clientId ?? ''
  hiding = pool?.clients['srp-only']?.clientId ?? ''
  password = pool?.users[0]?.password ?? ''
})

const begin = (name = 'alice', client = web) =>
  test.succeed('InitiateAuth', srpSignIn(client, name))
const answer = (challenge: AnswerBody, responses: Record<string, string>, client = web) =>
  response(client, { ...challenge, ChallengeName: 'PASSWORD_VERIFIER' }, responses)

describe('PASSWORD_VERIFIER', () => {
  it('gives the values in the real shapes: no Session, a block of over a kilobyte', async () => {
    const { ChallengeParameters: parameters = {}, ...rest } = await begin()
    expect(rest).toEqual({ ChallengeName: 'PASSWORD_VERIFIER' })
    expect(Buffer.from(parameters.SECRET_BLOCK ?? '', 'base64')).toHaveLength(1287)
    expect(parameters.SALT).toMatch(/^[0-9a-f]{29,32}$/)
    expect(parameters.SRP_B).toMatch(/^[0-9a-f]{760,768}$/)
    expect(parameters).toMatchObject({ USERNAME: 'alice', USER_ID_FOR_SRP: 'alice' })
  })

  it('accepts a right claim once, without a Session and with keys it does not know', async () => {
    const challenge = await begin()
    const responses = { ...passwordClaim(poolId, challenge, password, test.now()), SRP_A: 'aa' }
    const done = await test.succeed('RespondToAuthChallenge', answer(challenge, responses))
    expect(done.AuthenticationResult?.TokenType).toBe('Bearer')
    expect(await test.refusal('RespondToAuthChallenge', answer(challenge, responses))).toBe(wrong)
  })

  it('refuses the claim of a wrong password', async () => {
    const challenge = await begin()
    const responses = passwordClaim(poolId, challenge, 'wrong', test.now())
    expect(await test.refusal('RespondToAuthChallenge', answer(challenge, responses))).toBe(wrong)
  })

  it('refuses the alias that was typed instead of USER_ID_FOR_SRP', async () => {
    const challenge = await begin('alice@example.com')
    const responses = passwordClaim(poolId, challenge, password, test.now())
    responses.USERNAME = 'alice@example.com'
    expect(await test.refusal('RespondToAuthChallenge', answer(challenge, responses))).toBe(wrong)
  })

  it.each([
    ['a day with a leading zero', 'Sat Sep 05 12:00:00 UTC 2026'],
    ['a weekday that is not that day', 'Fri Sep 5 12:00:00 UTC 2026'],
    ['a 12-hour clock', 'Sat Sep 5 00:00:00 UTC 2026'],
    ['another time zone', 'Sat Sep 5 12:00:00 GMT 2026'],
  ])('refuses a TIMESTAMP with %s, though the claim is signed over it', async (_, timestamp) => {
    const challenge = await begin()
    const responses = passwordClaim(poolId, challenge, password, test.now(), timestamp)
    expect(await test.refusal('RespondToAuthChallenge', answer(challenge, responses))).toBe(wrong)
  })

  it.each([
    ['month names of another language', 'sam. sept. 5 12:00:00 UTC 2026'],
    ['a numeric zone', 'Sat Sep 5 12:00:00 +05:30 2026'],
    ['an ISO date', '2026-09-05T12:00:00Z'],
  ])('refuses a TIMESTAMP with %s in words of its own', async (_, timestamp) => {
    const challenge = await begin()
    const responses = passwordClaim(poolId, challenge, password, test.now(), timestamp)
    expect(await test.refusal('RespondToAuthChallenge', answer(challenge, responses))).toBe(
      'InvalidParameterException: TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.',
    )
  })

  it('refuses a secret block of another client, or of nobody', async () => {
    const challenge = await begin()
    const responses = passwordClaim(poolId, challenge, password, test.now())
    const elsewhere = answer(challenge, responses, hiding)
    expect(await test.refusal('RespondToAuthChallenge', elsewhere)).toBe(wrong)
    responses.PASSWORD_CLAIM_SECRET_BLOCK = 'not/base64url_at-all'
    expect(await test.refusal('RespondToAuthChallenge', answer(challenge, responses))).toBe(wrong)
  })

  it('refuses a claim that comes after the session time', async () => {
    const challenge = await begin()
    test.wait(3 * 60)
    const responses = passwordClaim(poolId, challenge, password, test.now())
    expect(await test.refusal('RespondToAuthChallenge', answer(challenge, responses))).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    )
  })

  it('hides an unknown user behind a UUID and a salt that stay the same', async () => {
    const first = await begin('nobody', hiding)
    const second = await begin('Nobody', hiding)
    const { SALT, USER_ID_FOR_SRP } = first.ChallengeParameters ?? {}
    expect(USER_ID_FOR_SRP).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(second.ChallengeParameters).toMatchObject({ SALT, USER_ID_FOR_SRP })
    const responses = passwordClaim(poolId, first, password, test.now())
    const input = answer(first, responses, hiding)
    expect(await test.refusal('RespondToAuthChallenge', input)).toBe(wrong)
  })

  it('asks for each of its keys by name', async () => {
    const challenge = await begin()
    const responses = passwordClaim(poolId, challenge, password, test.now())
    for (const key of Object.keys(responses)) {
      const input = answer(challenge, { ...responses, [key]: '' })
      expect(await test.refusal('RespondToAuthChallenge', input)).toBe(
        `InvalidParameterException: Missing required parameter ${key}`,
      )
    }
  })
})

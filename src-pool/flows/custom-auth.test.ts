import { beforeEach, describe, expect, it } from 'vitest'
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

beforeEach(() => {
  test = poolUnderTest()
  const pool = test.pool.describe().find(({ userPoolId }) => userPoolId === poolId)
  client = pool?.clients['custom']?.clientId ?? ''
})

const customAuth = (USERNAME: string, more: Readonly<Record<string, string>> = {}) => ({
  AuthFlow: 'CUSTOM_AUTH',
  ClientId: client,
  AuthParameters: { USERNAME, ...more },
})
const begin = (more?: Readonly<Record<string, string>>) =>
  test.succeed('InitiateAuth', customAuth('choice-user', more))
const answering = (challenge: AnswerBody, ANSWER: string) =>
  response(client, challenge, { USERNAME: 'choice-user', ANSWER })
const answer = (challenge: AnswerBody, text: string) =>
  test.succeed('RespondToAuthChallenge', answering(challenge, text))
const refused = (challenge: AnswerBody, text: string) =>
  test.refusal('RespondToAuthChallenge', answering(challenge, text))

describe('CUSTOM_AUTH', () => {
  it('shows what the trigger made public, never its private answer', async () => {
    const challenge = await begin()
    expect(challenge).toMatchObject({
      ChallengeName: 'CUSTOM_CHALLENGE',
      ChallengeParameters: { question: 'What is 2 + 3?', USERNAME: 'choice-user' },
    })
    expect(JSON.stringify({ ...challenge, Session: '' })).not.toContain('5')
    expect((await answer(challenge, '5')).AuthenticationResult).toBeDefined()
  })

  it('asks again in a new session after a wrong answer; the old one is used up', async () => {
    const first = await begin()
    const second = await answer(first, '6')
    expect(second.Session).not.toBe(first.Session)
    expect(second.ChallengeParameters?.['question']).toBe('What is 2 + 4?')
    expect(await refused(first, '5')).toBe('NotAuthorizedException: Invalid session for the user.')
    expect((await answer(second, '6')).AuthenticationResult).toBeDefined()
  })

  it('fails as a wrong password does, once the trigger gives up', async () => {
    const third = await answer(await answer(await begin(), '-'), '-')
    expect(await refused(third, '-')).toBe(
      'NotAuthorizedException: Incorrect username or password.',
    )
    expect(await refused(third, '7')).toMatch('Invalid session')
  })

  it('asks for the password first where it begins with SRP_A', async () => {
    const { SRP_A } = srpSignIn(client, '').AuthParameters
    const verifier = await begin({ CHALLENGE_NAME: 'SRP_A', SRP_A })
    expect(verifier.ChallengeName).toBe('PASSWORD_VERIFIER')
    const claim = passwordClaim(poolId, verifier, 'Practice-Password-1!', test.now())
    const custom = await test.succeed('RespondToAuthChallenge', response(client, verifier, claim))
    expect(custom.ChallengeName).toBe('CUSTOM_CHALLENGE')
    expect((await answer(custom, '5')).AuthenticationResult).toBeDefined()
    expect(
      await test.refusal('InitiateAuth', customAuth('choice-user', { CHALLENGE_NAME: 'SRP_A' })),
    ).toBe('InvalidParameterException: Missing required parameter SRP_A')
  })

  it('is refused in a pool without triggers, and for an unknown user where the client may learn that', async () => {
    expect(await test.refusal('InitiateAuth', customAuth('nobody'))).toMatch('UserNotFound')
    test = poolUnderTest({
      pools: [
        {
          id: 'us-east-1_None',
          clients: [{ name: 'c', id: 'plain', explicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] }],
          users: [{ username: 'ann', password: 'x' }],
        },
      ],
    })
    client = 'plain'
    expect(await test.refusal('InitiateAuth', customAuth('ann'))).toBe(
      'InvalidParameterException: Custom auth lambda trigger is not configured for the user pool.',
    )
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { decodeJwt } from 'jose'
import {
  passwordClaim,
  poolUnderTest,
  response,
  srpSignIn,
  type PoolUnderTest,
} from '../test-bed/pool-under-test.ts'

const ClientId = 'choice'
const poolId = 'us-east-1_SignUp1'
let test: PoolUnderTest

beforeEach(() => {
  test = poolUnderTest({
    pools: [
      {
        id: poolId,
        autoVerifiedAttributes: ['email'],
        allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'],
        clients: [
          {
            name: ClientId,
            id: ClientId,
            explicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'],
          },
        ],
        users: [{ username: 'other', password: 'Practice-Password-1!' }],
      },
    ],
  })
})

/** Makes an account without a password, and gives the session of ConfirmSignUp. */
async function confirmed() {
  const { Session } = await test.succeed('SignUp', {
    ClientId,
    Username: 'ann',
    UserAttributes: [{ Name: 'email', Value: 'ann@example.com' }],
  })
  const ConfirmationCode = test.sentCode()
  return test.succeed('ConfirmSignUp', { ClientId, Username: 'ann', ConfirmationCode, Session })
}
const userAuth = (USERNAME: string, Session?: string) => ({
  AuthFlow: 'USER_AUTH',
  ClientId,
  AuthParameters: { USERNAME },
  Session,
})

describe('USER_AUTH after a sign-up', () => {
  it('goes straight to tokens, with the confirmed code as the factor', async () => {
    const { Session } = await confirmed()
    const { AuthenticationResult } = await test.succeed('InitiateAuth', userAuth('ann', Session))
    expect(decodeJwt(AuthenticationResult?.['AccessToken'] ?? '')).toMatchObject({
      amr: ['email_otp'],
    })
  })

  it('does so once, for that user alone, and from no other session', async () => {
    const { Session } = await confirmed()
    const invalid = 'NotAuthorizedException: Invalid session for the user.'
    expect(await test.refusal('InitiateAuth', userAuth('other', Session))).toBe(invalid)
    const choice = await test.succeed('InitiateAuth', userAuth('ann'))
    expect(await test.refusal('InitiateAuth', userAuth('ann', choice.Session))).toBe(invalid)
    await test.succeed('InitiateAuth', userAuth('ann', Session))
    expect(await test.refusal('InitiateAuth', userAuth('ann', Session))).toMatch(
      'only be used once',
    )
  })

  it('offers no password to a user who has none, and rejects an empty one', async () => {
    await confirmed()
    expect(await test.succeed('InitiateAuth', userAuth('ann'))).toMatchObject({
      AvailableChallenges: ['EMAIL_OTP'],
    })
    const verifier = await test.succeed('InitiateAuth', srpSignIn(ClientId, 'ann'))
    const claim = passwordClaim(poolId, verifier, '', test.now())
    expect(await test.refusal('RespondToAuthChallenge', response(ClientId, verifier, claim))).toBe(
      'NotAuthorizedException: Incorrect username or password.',
    )
  })
})

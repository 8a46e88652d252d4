import { expect } from 'vitest'
import { createdClient, createdPool, createdUser, exchange, signedIn } from '../exchange.ts'

const short = 'Short-1!'.slice(0, 6)
const rule = 'Password not long enough'

/** The text of a broken password policy begins differently in each operation. */
export default exchange({
  topic: 'sign-in',
  async play(pool) {
    const UserPoolId = await createdPool(pool)
    const { ClientId } = await createdClient(pool, UserPoolId)
    const user = { UserPoolId, Username: 'ann' }
    expect(await pool.refusal('SignUp', { ClientId, Username: 'eve', Password: short })).toBe(
      `InvalidPasswordException: Password did not conform with policy: ${rule}`,
    )
    expect(await pool.refusal('AdminCreateUser', { ...user, TemporaryPassword: short })).toBe(
      `InvalidPasswordException: Password did not conform with password policy: ${rule}`,
    )
    const does = `InvalidPasswordException: Password does not conform to policy: ${rule}`

    const TemporaryPassword = 'Temporary-Password-1!'
    await pool.succeed('AdminCreateUser', { ...user, TemporaryPassword })
    const challenge = await pool.succeed('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId,
      AuthParameters: { USERNAME: 'ann', PASSWORD: TemporaryPassword },
    })
    expect(
      await pool.refusal('RespondToAuthChallenge', {
        ClientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session: challenge.Session,
        ChallengeResponses: { USERNAME: 'ann', NEW_PASSWORD: short },
      }),
    ).toBe(does)

    const email = { email: 'bob@example.com', email_verified: 'true' }
    await createdUser(pool, UserPoolId, 'bob', email)
    await pool.succeed('ForgotPassword', { ClientId, Username: 'bob' })
    const code = { ClientId, Username: 'bob', ConfirmationCode: pool.sentCode() }
    expect(await pool.refusal('ConfirmForgotPassword', { ...code, Password: short })).toBe(does)

    // Of these two the lead is assumed.
    const { AccessToken } = await signedIn(pool, ClientId, 'bob')
    const change = { AccessToken, PreviousPassword: 'Practice-Password-1!' }
    const did = `InvalidPasswordException: Password did not conform with policy: ${rule}`
    expect(await pool.refusal('ChangePassword', { ...change, ProposedPassword: short })).toBe(did)
    const set = { UserPoolId, Username: 'bob', Password: short }
    expect(await pool.refusal('AdminSetUserPassword', set)).toBe(did)
  },
})

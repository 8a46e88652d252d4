import { expect } from 'vitest'
import { createdClient, createdPool, createdUser, exchange, signedIn } from '../exchange.ts'

/** What the tokens of a disabled user, and of one that is gone, are refused with. */
export default exchange({
  topic: 'users',
  async play(pool) {
    const UserPoolId = await createdPool(pool)
    const legacy = await createdClient(pool, UserPoolId)
    const hiding = await createdClient(pool, UserPoolId, { PreventUserExistenceErrors: 'ENABLED' })
    await createdUser(pool, UserPoolId, 'ann')
    const user = { UserPoolId, Username: 'ann' }
    const disabled = 'NotAuthorizedException: User is disabled.'
    const gone = 'UserNotFoundException: User does not exist.'

    for (const [{ ClientId }, refresh] of [
      [legacy, gone],
      [hiding, 'NotAuthorizedException: Invalid Refresh Token'],
    ] as const) {
      const { AccessToken, RefreshToken = '' } = await signedIn(pool, ClientId, 'ann')
      const AuthParameters = { REFRESH_TOKEN: RefreshToken }
      const again = { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }
      await pool.succeed('AdminDisableUser', user)
      expect(await pool.refusal('GetUser', { AccessToken })).toBe(disabled)
      expect(await pool.refusal('InitiateAuth', again)).toBe(disabled)

      await pool.succeed('AdminDeleteUser', user)
      expect(await pool.refusal('GetUser', { AccessToken })).toBe(gone)
      expect(await pool.refusal('InitiateAuth', again)).toBe(refresh)
      await createdUser(pool, UserPoolId, 'ann')
    }
  },
})

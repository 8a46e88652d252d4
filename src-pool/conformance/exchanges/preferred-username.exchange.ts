import { expect } from 'vitest'
import { createdClient, createdPool, exchange, listed } from '../exchange.ts'

/** A preferred username that is an alias belongs to confirmed users alone. */
export default exchange({
  topic: 'users',
  async play(pool) {
    const UserPoolId = await createdPool(pool, { AliasAttributes: ['preferred_username'] })
    const { ClientId } = await createdClient(pool, UserPoolId)
    const Username = 'ann'
    const signUp = { ClientId, Username, Password: 'Practice-Password-1!' }
    const UserAttributes = listed({ preferred_username: 'nick' })
    expect(await pool.refusal('SignUp', { ...signUp, UserAttributes })).toBe(
      'InvalidParameterException: Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.',
    )
    await pool.succeed('SignUp', signUp)
    await pool.succeed('AdminConfirmSignUp', { UserPoolId, Username })
    await pool.succeed('AdminUpdateUserAttributes', { UserPoolId, Username, UserAttributes })
    const byAlias = await pool.succeed('AdminGetUser', { UserPoolId, Username: 'nick' })
    expect(byAlias).toMatchObject({ Username })

    // Without the alias it is an attribute like any other.
    const other = await createdPool(pool)
    const client = await createdClient(pool, other)
    await pool.succeed('SignUp', { ...signUp, ClientId: client.ClientId, UserAttributes })
  },
})

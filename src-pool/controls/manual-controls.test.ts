import { describe, expect, it } from 'vitest'
import { poolUnderTest } from '../test-bed/pool-under-test.ts'
import { userChanges } from './user-changes.ts'

const poolId = 'us-east-1_Practice1'
const ClientId = '1practicewebpublic00000001'
const signIn = {
  AuthFlow: 'USER_PASSWORD_AUTH',
  ClientId,
  AuthParameters: { USERNAME: 'alice', PASSWORD: 'Practice-Password-1!' },
}
const stateOf = ({ pool }: ReturnType<typeof poolUnderTest>) =>
  pool.describe()[0]?.users.find(({ username }) => username === 'alice')?.state

describe('manual changes of a user', () => {
  it.each([
    ['disable', 'NotAuthorizedException: User is disabled.', 'enable'],
    ['lock-out', 'NotAuthorizedException: Password attempts exceeded', 'unlock'],
    [
      'require-reset',
      'PasswordResetRequiredException: Password reset required for the user',
      'confirm',
    ],
    ['unconfirm', 'UserNotConfirmedException: User is not confirmed.', 'confirm'],
    [
      'expire-temporary-password',
      'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.',
      'confirm',
    ],
  ])(
    '%s has the sign-in refused, and its opposite lets it pass',
    async (change, text, opposite) => {
      const test = poolUnderTest()
      expect(stateOf(test)?.changes).toContain(change)
      test.pool.changeUser(poolId, 'alice', change)
      expect(await test.refusal('InitiateAuth', signIn)).toBe(text)
      expect(stateOf(test)?.changes).toContain(opposite)
      test.pool.changeUser(poolId, 'alice', opposite)
      expect(await test.succeed('InitiateAuth', signIn)).toHaveProperty('AuthenticationResult')
    },
  )

  it('revokes every token of a user', async () => {
    const test = poolUnderTest()
    const { AuthenticationResult } = await test.succeed('InitiateAuth', signIn)
    expect(stateOf(test)?.signIns).toBe(1)
    test.pool.changeUser(poolId, 'alice', 'revoke-tokens')
    const AccessToken = AuthenticationResult?.['AccessToken']
    expect(await test.refusal('GetUser', { AccessToken })).toMatch(/has been revoked$/)
    expect(stateOf(test)?.signIns).toBe(0)
  })

  it('says which names are wrong', () => {
    const { pool } = poolUnderTest()
    expect(() => {
      pool.changeUser(poolId, 'nobody', 'disable')
    }).toThrow(/no user nobody/)
    expect(() => {
      pool.changeUser(poolId, 'alice', 'embarrass')
    }).toThrow(/no change embarrass/)
  })

  it('have different names', () => {
    const names = userChanges.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('the switches of an app client', () => {
  it('turns a flow off and on again for the next call', async () => {
    const test = poolUnderTest()
    test.pool.changeClient(ClientId, { explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] })
    expect(await test.refusal('InitiateAuth', signIn)).toMatch(/flow not enabled for this client/)
    test.pool.changeClient(ClientId, { explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] })
    expect(await test.succeed('InitiateAuth', signIn)).toHaveProperty('AuthenticationResult')
  })

  it('hides that a user does not exist, once set to', async () => {
    const test = poolUnderTest()
    const unknown = { ...signIn, AuthParameters: { USERNAME: 'nobody', PASSWORD: 'x' } }
    expect(await test.refusal('InitiateAuth', unknown)).toMatch(/^UserNotFoundException/)
    test.pool.changeClient(ClientId, { preventUserExistenceErrors: 'ENABLED' })
    expect(await test.refusal('InitiateAuth', unknown)).toMatch(/^NotAuthorizedException/)
  })

  it('keeps a client from refreshing in two ways at once', () => {
    const id = 'rotating'
    const client = { name: id, id, explicitAuthFlows: [], refreshTokenRotation: {} }
    const { pool } = poolUnderTest({ pools: [{ id: poolId, clients: [client], users: [] }] })
    expect(() => {
      pool.changeClient(id, {
        explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      })
    }).toThrow(/rotates/)
  })
})

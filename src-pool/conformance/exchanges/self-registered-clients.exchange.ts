import { expect } from 'vitest'
import { exchange } from '../exchange.ts'

const UserPoolId = 'us-east-1_A'

/** A client of dynamic client registration: no flows of the API, no secret operations. */
export default exchange({
  topic: 'tiers and new features',
  configuration: {
    pools: [
      {
        id: UserPoolId,
        clients: [
          { name: 'regular', id: 'regular', explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
          {
            name: 'dcr',
            id: 'dcr',
            type: 'DCR',
            secret: 'aSecretThatIsLongEnoughForThis',
            explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
          },
        ],
        users: [{ username: 'ann', password: 'Practice-Password-1!' }],
      },
    ],
  },
  async play(pool) {
    const ofType = async (ClientType: string) => {
      const { UserPoolClients } = await pool.succeed('ListUserPoolClients', {
        UserPoolId,
        ClientType,
      })
      return (UserPoolClients as { readonly ClientId: string }[]).map(({ ClientId }) => ClientId)
    }
    expect(await ofType('DCR')).toEqual(['dcr'])
    expect(await ofType('REGULAR')).toEqual(['regular'])
    const client = { UserPoolId, ClientId: 'dcr' }
    expect(await pool.succeed('DescribeUserPoolClient', client)).toMatchObject({
      UserPoolClient: { ClientType: 'DCR', ExplicitAuthFlows: [] },
    })
    expect(await pool.refusal('AddUserPoolClientSecret', client)).toMatch('not supported')
    expect(await pool.refusal('ListUserPoolClientSecrets', client)).toMatch('not supported')
    const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']
    expect(await pool.refusal('UpdateUserPoolClient', { ...client, ExplicitAuthFlows })).toMatch(
      'has no ExplicitAuthFlows',
    )
    expect(await pool.succeed('UpdateUserPoolClient', client)).toMatchObject({
      UserPoolClient: { ClientType: 'DCR' },
    })
  },
})

import { expect } from 'vitest'
import { claimsOf, createdClient, createdPool, exchange } from '../exchange.ts'

const tokenFlow = ['ALLOW_CLIENT_TOKEN_AUTH']

/** GetClientToken: a flow that excludes all others, and a token of the client itself. */
export default exchange({
  topic: 'tiers and new features',
  async play(pool) {
    const UserPoolId = await createdPool(pool)
    const mixed = { ExplicitAuthFlows: [...tokenFlow, 'ALLOW_USER_SRP_AUTH'] }
    const input = { UserPoolId, ClientName: 'c', GenerateSecret: true }
    expect(await pool.refusal('CreateUserPoolClient', { ...input, ...mixed })).toMatch(
      'ALLOW_CLIENT_TOKEN_AUTH cannot be combined',
    )
    const { ClientId, ClientSecret: Secret } = await createdClient(pool, UserPoolId, {
      GenerateSecret: true,
      ExplicitAuthFlows: tokenFlow,
      AllowedOAuthScopes: ['api/read'],
    })
    const { ClientAuthenticationResult } = await pool.succeed('GetClientToken', {
      ClientId,
      Secret,
    })
    const { AccessToken } = ClientAuthenticationResult as { readonly AccessToken: string }
    const claims = claimsOf(AccessToken)
    expect(claims).toMatchObject({ sub: ClientId, client_id: ClientId, scope: 'api/read' })
    expect(claims).not.toHaveProperty('username')
    const wrong = { ClientId, Secret: `${String(Secret)}x` }
    expect(await pool.refusal('GetClientToken', wrong)).toMatch('NotAuthorizedException')
    expect(
      await pool.refusal('GetClientToken', { ClientId, Secret, Scopes: ['api/write'] }),
    ).toMatch('Invalid scope')
    // Such a client signs nobody in.
    expect(
      await pool.refusal('InitiateAuth', {
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId,
        AuthParameters: { USERNAME: 'ann', PASSWORD: 'x' },
      }),
    ).toMatch('SECRET_HASH was not received')
  },
})

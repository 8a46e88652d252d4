import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  AuthFlowType,
  ChallengeNameType,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  NotAuthorizedException,
} from '@aws-sdk/client-cognito-identity-provider'
import { JwtVerifier } from 'aws-jwt-verify'
import { SimpleJwksCache, type Jwks } from 'aws-jwt-verify/jwk'
import { flows } from '../flows/index.ts'
import { challengeNames } from '../operations/respond-to-auth-challenge.ts'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'
import { clientOf, userOf } from './practice-place.ts'

let server: PracticeServer
let sdk: CognitoIdentityProviderClient

beforeAll(async () => {
  server = await startPracticeServer()
  const { region, endpoint } = server
  sdk = new CognitoIdentityProviderClient({ region, endpoint, maxAttempts: 1 })
})

afterAll(async () => {
  sdk.destroy()
  await server.close()
})

describe('the plain AWS SDK', () => {
  it('has only flows and challenges whose names the practice pool knows', () => {
    expect(Object.keys(flows).sort()).toEqual(Object.values(AuthFlowType).sort())
    expect([...challengeNames].sort()).toEqual(Object.values(ChallengeNameType).sort())
  })

  const signIn = () =>
    sdk.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: clientOf(server, 'web-public').clientId,
        AuthParameters: { USERNAME: 'alice', PASSWORD: userOf(server, 'alice').password },
      }),
    )

  it('sees a refusal as its own exception class, with text and request ID', async () => {
    const wrong = sdk.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: clientOf(server, 'web-public').clientId,
        AuthParameters: { USERNAME: 'alice', PASSWORD: 'not-the-password' },
      }),
    )
    const error: unknown = await wrong.catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(NotAuthorizedException)
    expect(error).toMatchObject({
      message: 'Incorrect username or password.',
      $metadata: {
        httpStatusCode: 400,
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      },
    })
  })

  it('gets tokens that aws-jwt-verify accepts against the served JWKS', async () => {
    const { AuthenticationResult: tokens } = await signIn()
    const { issuer, jwksUri, clients } = server.describe()
    const clientId = clients['web-public']?.clientId ?? ''
    const verifier = (audience: string | null) =>
      JwtVerifier.create(
        { issuer, audience, jwksUri },
        {
          jwksCache: new SimpleJwksCache({
            // Its own fetcher takes https alone.
            fetcher: { fetch: async (uri) => (await fetch(uri)).arrayBuffer() },
          }),
        },
      )
    const id = await verifier(clientId).verify(tokens?.IdToken ?? '')
    const access = await verifier(null).verify(tokens?.AccessToken ?? '')
    expect(id).toMatchObject({ token_use: 'id', aud: clientId, email_verified: true })
    expect(access).toMatchObject({
      token_use: 'access',
      client_id: clientId,
      scope: 'aws.cognito.signin.user.admin',
      'cognito:groups': ['practice'],
    })
    expect(access.origin_jti).toBe(id.origin_jti)
    expect(access.jti).not.toBe(id.jti)
    const jwks = (await (await fetch(jwksUri)).json()) as Jwks
    expect(new Set(jwks.keys.map(({ kid }) => kid)).size).toBe(2)
  })

  it('refreshes without getting another refresh token, and keeps origin_jti and auth_time', async () => {
    const { AuthenticationResult: tokens } = await signIn()
    const { AuthenticationResult: fresh } = await sdk.send(
      new InitiateAuthCommand({
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        ClientId: clientOf(server, 'web-public').clientId,
        AuthParameters: { REFRESH_TOKEN: tokens?.RefreshToken ?? '' },
      }),
    )
    const claims = (token = '') =>
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object
    const { origin_jti, auth_time } = claims(tokens?.AccessToken) as Record<string, unknown>
    expect(fresh?.RefreshToken).toBeUndefined()
    expect(claims(fresh?.AccessToken)).toMatchObject({ origin_jti, auth_time })
  })
})

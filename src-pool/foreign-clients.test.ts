import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { JwtRsaVerifier } from 'aws-jwt-verify'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import type { Jwks } from 'aws-jwt-verify/jwk'
import {
  createSecretHash,
  createSrpSession,
  signSrpSession,
  wrapAuthChallenge,
  wrapInitiateAuth,
} from 'cognito-srp-helper'
import { totpCode, totpStep } from '#engine/totp/totp.ts'
import type { UserDescription } from './description.ts'
import { startPracticeServer, type PracticeServer } from './practice-server.ts'

let server: PracticeServer
let sdk: CognitoIdentityProviderClient

beforeAll(async () => {
  server = await startPracticeServer()
  sdk = new CognitoIdentityProviderClient({
    region: server.region,
    endpoint: server.endpoint,
    maxAttempts: 1,
  })
})

afterAll(async () => {
  sdk.destroy()
  await server.close()
})

const user = (username: string): UserDescription => {
  const found = server
    .describe()
    .pools.flatMap(({ users }) => users)
    .find((candidate) => candidate.username === username)
  if (!found) throw new Error(`no practice user ${username}`)
  return found
}

const client = (name: string, pool = 0) => {
  const found = server.describe().pools[pool]?.clients[name]
  if (!found) throw new Error(`no practice client ${name}`)
  return found
}

const codeOf = (secret: string, later = 0) => totpCode(secret, totpStep(Date.now()) + later)

function identityUser(username: string): CognitoUser {
  const Pool = new CognitoUserPool({
    UserPoolId: server.describe().userPoolId,
    ClientId: client('web-public').clientId,
    endpoint: server.endpoint,
  })
  return new CognitoUser({ Username: username, Pool })
}

const details = ({ username, password }: UserDescription) =>
  new AuthenticationDetails({ Username: username, Password: password })

/** Signs in with amazon-cognito-identity-js, whose default flow is SRP. */
const identitySignIn = (
  cognitoUser: CognitoUser,
  who: UserDescription,
  answers: {
    readonly newPassword?: string
    readonly attributes?: Record<string, string>
    readonly totp?: () => string
  } = {},
): Promise<CognitoUserSession> =>
  new Promise((resolve, reject) => {
    const callbacks = {
      onSuccess: resolve,
      onFailure: reject,
      newPasswordRequired: () => {
        cognitoUser.completeNewPasswordChallenge(
          answers.newPassword ?? '',
          answers.attributes ?? {},
          callbacks,
        )
      },
      totpRequired: () => {
        cognitoUser.sendMFACode(answers.totp?.() ?? '', callbacks, 'SOFTWARE_TOKEN_MFA')
      },
    }
    cognitoUser.authenticateUser(details(who), callbacks)
  })

describe('amazon-cognito-identity-js', () => {
  it('signs in by SRP, and would not if B, u, S or the key were off by one padding byte', async () => {
    const session = await identitySignIn(identityUser('alice'), user('alice'))
    expect(session.getIdToken().payload['cognito:username']).toBe('alice')
    expect(session.isValid()).toBe(true)
  })

  it('is refused with a wrong password, and would not be if the claim were never compared', async () => {
    const wrong = { ...user('alice'), password: 'not-the-password' }
    await expect(identitySignIn(identityUser('alice'), wrong)).rejects.toMatchObject({
      code: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    })
  })

  it('replaces a temporary password, then signs in with the new one', async () => {
    const who = user('temporary-password-user')
    const newPassword = who.newPasswordHint ?? ''
    const answers = { newPassword, attributes: { name: 'Temporary User' } }
    await identitySignIn(identityUser(who.username), who, answers)
    const again = { ...who, password: newPassword }
    const session = await identitySignIn(identityUser(who.username), again)
    expect(session.getIdToken().payload.name).toBe('Temporary User')
  })

  it('signs in with TOTP', async () => {
    const who = user('totp-user')
    const totp = () => codeOf(who.totpSecret ?? '')
    const session = await identitySignIn(identityUser(who.username), who, { totp })
    expect(session.getAccessToken().payload.username).toBe('totp-user')
  })

  it('sets up TOTP with an access token, prefers it, and is asked for it next time', async () => {
    server.reset()
    const cognitoUser = identityUser('alice')
    await identitySignIn(cognitoUser, user('alice'))
    const secret = await new Promise<string>((resolve, reject) => {
      cognitoUser.associateSoftwareToken({ associateSecretCode: resolve, onFailure: reject })
    })
    expect(secret).toMatch(/^[A-Z2-7]{52}$/)
    await new Promise((resolve, reject) => {
      const callbacks = { onSuccess: resolve, onFailure: reject }
      cognitoUser.verifySoftwareToken(codeOf(secret), 'phone', callbacks)
    })
    await new Promise((resolve, reject) => {
      cognitoUser.setUserMfaPreference(
        null,
        { Enabled: true, PreferredMfa: true },
        (error, done) => {
          if (error) reject(error)
          else resolve(done)
        },
      )
    })
    const totp = () => codeOf(secret, 1)
    const session = await identitySignIn(identityUser('alice'), user('alice'), { totp })
    expect(session.isValid()).toBe(true)
    server.reset()
  })

  it('refreshes, reads its user, and finds its token dead after signing out everywhere', async () => {
    const cognitoUser = identityUser('alice')
    const session = await identitySignIn(cognitoUser, user('alice'))
    await new Promise((resolve, reject) => {
      cognitoUser.refreshSession(session.getRefreshToken(), (error: unknown, fresh: unknown) => {
        if (error) reject(error as Error)
        else resolve(fresh)
      })
    })
    const attributes = await new Promise<string[]>((resolve, reject) => {
      cognitoUser.getUserAttributes((error, list) => {
        if (error) reject(error)
        else resolve((list ?? []).map(({ Name }) => Name))
      })
    })
    expect(attributes).toEqual(expect.arrayContaining(['sub', 'email', 'name']))
    await new Promise((resolve, reject) => {
      cognitoUser.globalSignOut({ onSuccess: resolve, onFailure: reject })
    })
    const refresh = sdk.send(
      new InitiateAuthCommand({
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        ClientId: client('web-public').clientId,
        AuthParameters: { REFRESH_TOKEN: session.getRefreshToken().getToken() },
      }),
    )
    await expect(refresh).rejects.toThrow('Refresh Token has been revoked')
  })
})

/** Signs in with cognito-srp-helper and the AWS SDK, with a secret hash; returns the last answer. */
async function helperSignIn(poolIndex: number, clientName: string, who: UserDescription) {
  const pool = server.describe().pools[poolIndex]
  const { clientId, clientSecret = '' } = client(clientName, poolIndex)
  const srp = createSrpSession(who.username, who.password, pool?.userPoolId ?? '', false)
  const hashOf = (name: string) => createSecretHash(name, clientId, clientSecret)
  const first = await sdk.send(
    new InitiateAuthCommand(
      wrapInitiateAuth(srp, {
        ClientId: clientId,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: who.username, SECRET_HASH: hashOf(who.username) },
      }),
    ),
  )
  const name = first.ChallengeParameters?.USER_ID_FOR_SRP ?? ''
  const answer = await sdk.send(
    new RespondToAuthChallengeCommand(
      wrapAuthChallenge(signSrpSession(srp, first), {
        ClientId: clientId,
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses: { USERNAME: name, SECRET_HASH: hashOf(name) },
      }),
    ),
  )
  return { answer, name, hashOf, clientId }
}

describe('cognito-srp-helper with the plain AWS SDK', () => {
  it('signs in a client with a secret, though the answer carries SRP_A too and no Session', async () => {
    const { answer } = await helperSignIn(0, 'server-secret', user('alice'))
    expect(answer.AuthenticationResult?.TokenType).toBe('Bearer')
    expect(answer.ChallengeParameters).toEqual({})
  })

  it('signs in by e-mail address, and refreshes with a hash over the UUID only', async () => {
    const who = user('email-user@example.com')
    const { answer, name, hashOf, clientId } = await helperSignIn(1, 'email-secret', who)
    expect(name).toBe(who.sub)
    const { AuthenticationResult } = await sdk.send(
      new RespondToAuthChallengeCommand({
        ClientId: clientId,
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        Session: answer.Session,
        ChallengeResponses: {
          USERNAME: name,
          SECRET_HASH: hashOf(name),
          SOFTWARE_TOKEN_MFA_CODE: codeOf(who.totpSecret ?? ''),
        },
      }),
    )
    const refresh = (hash: string) =>
      sdk.send(
        new InitiateAuthCommand({
          AuthFlow: 'REFRESH_TOKEN',
          ClientId: clientId,
          AuthParameters: {
            REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '',
            SECRET_HASH: hash,
          },
        }),
      )
    await expect(refresh(hashOf(who.username))).rejects.toThrow(
      `SecretHash does not match for the client: ${clientId}`,
    )
    expect((await refresh(hashOf(who.sub))).AuthenticationResult?.RefreshToken).toBeUndefined()
  })
})

describe('the plain AWS SDK', () => {
  const signIn = () =>
    sdk.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: client('web-public').clientId,
        AuthParameters: { USERNAME: 'alice', PASSWORD: user('alice').password },
      }),
    )

  it('sees a refusal as its own exception class, with text and request id', async () => {
    const wrong = sdk.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: client('web-public').clientId,
        AuthParameters: { USERNAME: 'alice', PASSWORD: 'not-the-password' },
      }),
    )
    const error: unknown = await wrong.catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(NotAuthorizedException)
    expect(error).toMatchObject({
      message: 'Incorrect username or password.',
      $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    })
  })

  it('gets tokens that aws-jwt-verify accepts against the served JWKS', async () => {
    const { AuthenticationResult: tokens } = await signIn()
    const { issuer, jwksUri, clients } = server.describe()
    const clientId = clients['web-public']?.clientId ?? ''
    const verifier = (audience: string | null) =>
      JwtRsaVerifier.create(
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
        ClientId: client('web-public').clientId,
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

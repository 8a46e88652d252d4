// The clients with which most applications reach Cognito, watched.
import {
  CognitoIdentityProviderClient,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { fetchAuthSession, fetchUserAttributes, signIn, signOut } from '@aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito'
import { Amplify, ConsoleLogger } from '@aws-amplify/core'
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import {
  createSecretHash,
  createSrpSession,
  signSrpSession,
  wrapAuthChallenge,
  wrapInitiateAuth,
} from 'cognito-srp-helper'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  amplifyResource,
  clientOf,
  memoryStorage,
  userOf,
} from '#pool/foreign-clients/practice-place.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { callsOf, watchPractice, type WatchUnderTest } from './watch-under-test.ts'

let server: PracticeServer
let watch: WatchUnderTest
let sdk: CognitoIdentityProviderClient

beforeAll(async () => {
  ConsoleLogger.LOG_LEVEL = 'ERROR'
  vi.stubGlobal('navigator', { userAgent: 'a browser' })
  server = await startPracticeServer()
  watch = await watchPractice(server)
  sdk = new CognitoIdentityProviderClient({
    region: server.region,
    endpoint: watch.url,
    maxAttempts: 1,
  })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  sdk.destroy()
  await watch.stop()
  await server.close()
})
beforeEach(() => {
  server.reset()
  watch.forget()
})

/** The one chain that the client left. */
async function onlyChain() {
  const all = await watch.settled()
  expect(all).toHaveLength(1)
  const [chain] = all
  expect(chain?.origin).toEqual({ kind: 'watched', start: { kind: 'whole' } })
  return chain!
}

describe('amazon-cognito-identity-js', () => {
  const identitySignIn = (password: string): Promise<CognitoUserSession> =>
    new Promise((resolve, reject) => {
      const Pool = new CognitoUserPool({
        UserPoolId: server.describe().userPoolId,
        ClientId: clientOf(server, 'web-public').clientId,
        endpoint: watch.url,
      })
      new CognitoUser({ Username: 'alice', Pool }).authenticateUser(
        new AuthenticationDetails({ Username: 'alice', Password: password }),
        { onSuccess: resolve, onFailure: reject },
      )
    })

  test('its SRP sign-in is one chain that ends with tokens', async () => {
    await identitySignIn(userOf(server, 'alice').password)
    const chain = await onlyChain()
    expect(callsOf(chain)).toEqual([
      'InitiateAuth → PASSWORD_VERIFIER',
      'RespondToAuthChallenge → tokens',
    ])
    expect(chain).toMatchObject({ flow: 'USER_SRP_AUTH', username: 'alice', state: 'tokens' })
    expect(chain.steps[1]).toMatchObject({ challenge: 'PASSWORD_VERIFIER', by: 'application' })
    expect(JSON.stringify(watch.chains()[0]?.events)).not.toContain(
      userOf(server, 'alice').password,
    )
  })

  test('with a wrong password its chain ends with the refusal', async () => {
    await expect(identitySignIn('Not-The-Password-1!')).rejects.toMatchObject({
      code: 'NotAuthorizedException',
    })
    const chain = await onlyChain()
    expect(callsOf(chain)).toEqual([
      'InitiateAuth → PASSWORD_VERIFIER',
      'RespondToAuthChallenge → NotAuthorizedException',
    ])
    expect(chain).toMatchObject({
      state: 'refused',
      message: 'NotAuthorizedException: Incorrect username or password.',
    })
    expect(watch.causes()).toEqual(['AS1101 possible'])
  })
})

describe('Amplify', () => {
  beforeEach(async () => {
    const Auth = amplifyResource(watch.server, 'web-public')
    cognitoUserPoolsTokenProvider.setAuthConfig(Auth)
    cognitoUserPoolsTokenProvider.setKeyValueStorage(memoryStorage())
    Amplify.configure({ Auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } })
    await signOut()
  })

  test('sign-in, account call, refresh and sign-out are one chain', async () => {
    await signIn({ username: 'alice', password: userOf(server, 'alice').password })
    await fetchUserAttributes()
    await fetchAuthSession({ forceRefresh: true })
    await signOut()
    const chain = await onlyChain()
    expect(callsOf(chain)).toEqual([
      'InitiateAuth → PASSWORD_VERIFIER',
      'RespondToAuthChallenge → tokens',
      'GetUser → accepted',
      'GetTokensFromRefreshToken → tokens',
      'RevokeToken → accepted',
    ])
    expect(chain.state).toBe('tokens')
    expect(chain.steps.map(({ link }) => link)).toEqual([
      undefined,
      'secret block',
      'access token',
      'refresh token',
      'refresh token',
    ])
  })

  test('with a wrong password its chain ends with the refusal', async () => {
    await expect(signIn({ username: 'alice', password: 'Not-The-Password-1!' })).rejects.toThrow()
    expect(await onlyChain()).toMatchObject({ state: 'refused', username: 'alice' })
    expect(watch.causes()).toEqual(['AS1101 possible'])
  })
})

describe('cognito-srp-helper with the AWS SDK', () => {
  async function helperSignIn(client: string, secret: string, password: string) {
    const { clientId } = clientOf(server, client)
    const srp = createSrpSession('alice', password, server.describe().userPoolId, false)
    const hash = createSecretHash('alice', clientId, secret)
    const { ChallengeParameters = {} } = await sdk.send(
      new InitiateAuthCommand(
        wrapInitiateAuth(srp, {
          ClientId: clientId,
          AuthFlow: 'USER_SRP_AUTH' as const,
          AuthParameters: { USERNAME: 'alice', SECRET_HASH: hash },
        }),
      ),
    )
    return sdk.send(
      new RespondToAuthChallengeCommand(
        wrapAuthChallenge(signSrpSession(srp, { ChallengeParameters }), {
          ClientId: clientId,
          ChallengeName: 'PASSWORD_VERIFIER' as const,
          ChallengeResponses: {
            USERNAME: ChallengeParameters['USER_ID_FOR_SRP'] ?? '',
            SECRET_HASH: hash,
          },
        }),
      ),
    )
  }
  const rightSecret = () => clientOf(server, 'server-secret').clientSecret ?? ''

  test('a sign-in that answers without a Session is one chain', async () => {
    await helperSignIn('server-secret', rightSecret(), userOf(server, 'alice').password)
    const chain = await onlyChain()
    expect(callsOf(chain)).toEqual([
      'InitiateAuth → PASSWORD_VERIFIER',
      'RespondToAuthChallenge → tokens',
    ])
    expect(chain.steps[1]?.link).toBe('secret block')
  })

  test('with a wrong client secret its chain is the one call that was refused', async () => {
    await expect(
      helperSignIn('server-secret', `${rightSecret()}x`, userOf(server, 'alice').password),
    ).rejects.toThrow('Unable to verify secret hash')
    const chain = await onlyChain()
    expect(callsOf(chain)).toEqual(['InitiateAuth → NotAuthorizedException'])
    expect(chain.message).toContain('Unable to verify secret hash')
    expect(watch.causes()).toEqual(['AS1203 likely'])
  })

  test.each([
    ['a line end after the client secret', (secret: string) => `${secret}\n`, 'AS1204 proved'],
    ['another client secret', (secret: string) => secret.toUpperCase(), 'AS1203 likely'],
  ])('the diagnosis names %s', async (_, change, cause) => {
    const { password } = userOf(server, 'alice')
    await expect(helperSignIn('server-secret', change(rightSecret()), password)).rejects.toThrow()
    await watch.settled()
    expect(watch.causes()).toEqual([cause])
  })
})

describe('the AWS SDK for JavaScript', () => {
  const passwordSignIn = async (password: string) => {
    const { AuthenticationResult } = await sdk.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: clientOf(server, 'web-public').clientId,
        AuthParameters: { USERNAME: 'alice', PASSWORD: password },
      }),
    )
    return AuthenticationResult
  }

  test('with a wrong password its chain is the call that was refused', async () => {
    await expect(passwordSignIn('Not-The-Password-1!')).rejects.toThrow()
    expect(callsOf(await onlyChain())).toEqual(['InitiateAuth → NotAuthorizedException'])
    expect(watch.causes()).toEqual(['AS1101 possible'])
  })

  test('further calls with its tokens belong to the sign-in’s chain', async () => {
    const tokens = await passwordSignIn(userOf(server, 'alice').password)
    await sdk.send(new GetUserCommand({ AccessToken: tokens?.AccessToken }))
    await sdk.send(new GlobalSignOutCommand({ AccessToken: tokens?.AccessToken }))
    expect(callsOf(await onlyChain())).toEqual([
      'InitiateAuth → tokens',
      'GetUser → accepted',
      'GlobalSignOut → accepted',
    ])
  })

  test('the attempts of one call are attempts of one step', async () => {
    server.faults.turnOn('internal-error', { times: 1 })
    const patient = new CognitoIdentityProviderClient({
      region: server.region,
      endpoint: watch.url,
      maxAttempts: 2,
    })
    await patient.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: clientOf(server, 'web-public').clientId,
        AuthParameters: { USERNAME: 'alice', PASSWORD: userOf(server, 'alice').password },
      }),
    )
    patient.destroy()
    const chain = await onlyChain()
    expect(chain.steps).toHaveLength(1)
    expect(chain.steps[0]?.attempts.map(({ response }) => response?.status)).toEqual([500, 200])
    expect(chain.state).toBe('tokens')
  })

  test('users who sign in at the same time have a chain each', async () => {
    const who = ['alice', 'totp-user', 'sms-user'].map((name) => userOf(server, name))
    await Promise.all(
      who.map(({ password, username }) =>
        sdk.send(
          new InitiateAuthCommand({
            AuthFlow: 'USER_PASSWORD_AUTH',
            ClientId: clientOf(server, 'web-public').clientId,
            AuthParameters: { USERNAME: username, PASSWORD: password },
          }),
        ),
      ),
    )
    const chains = await watch.settled()
    expect(chains.map(({ username }) => username).sort()).toEqual([
      'alice',
      'sms-user',
      'totp-user',
    ])
  })
})

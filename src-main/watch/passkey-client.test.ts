// A foreign client that signs in with a passkey, watched.
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  authenticatorUnderTest,
  type CreationOptions,
  type RequestOptions,
} from '#pool/passkeys/authenticator-under-test.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { callsOf, watchPractice, type WatchUnderTest } from './watch-under-test.ts'

let server: PracticeServer
let watch: WatchUnderTest
let sdk: CognitoIdentityProvider

beforeAll(async () => {
  server = await startPracticeServer()
  watch = await watchPractice(server)
  sdk = new CognitoIdentityProvider({
    region: server.region,
    endpoint: watch.url,
    maxAttempts: 1,
  })
})
afterAll(async () => {
  sdk.destroy()
  await watch.stop()
  await server.close()
})

test('a passkey whose signature is wrong is explained as such, not by a wrong password', async () => {
  const pool = server.describe().pools.find(({ clients }) => 'choice' in clients)
  const ClientId = pool?.clients['choice']?.clientId ?? ''
  const USERNAME = 'passkey-user'
  const PASSWORD = pool?.users.find(({ username }) => username === USERNAME)?.password ?? ''
  const begin = (own: Readonly<Record<string, string>>) =>
    sdk.initiateAuth({ AuthFlow: 'USER_AUTH', ClientId, AuthParameters: { USERNAME, ...own } })
  const authenticator = authenticatorUnderTest('https://auth.practice.example')

  const { AuthenticationResult } = await begin({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD })
  const { AccessToken } = AuthenticationResult ?? {}
  const { CredentialCreationOptions } = await sdk.startWebAuthnRegistration({ AccessToken })
  // The SDK has a document where the specification has this.
  const options = CredentialCreationOptions as unknown as CreationOptions
  await sdk.completeWebAuthnRegistration({
    AccessToken,
    Credential: authenticator.register(options),
  })

  const { ChallengeName, ChallengeParameters, Session } = await begin({
    PREFERRED_CHALLENGE: 'WEB_AUTHN',
  })
  const another = await begin({ PREFERRED_CHALLENGE: 'WEB_AUTHN' })
  // The answer to one challenge goes out with the session of another.
  const requested: unknown = JSON.parse(ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '')
  const CREDENTIAL = authenticator.signIn(requested as RequestOptions)
  const ChallengeResponses = { USERNAME, CREDENTIAL }
  expect(another.Session).not.toBe(Session)
  await expect(
    sdk.respondToAuthChallenge({
      ClientId,
      ChallengeName,
      Session: another.Session,
      ChallengeResponses,
    }),
  ).rejects.toThrow('Incorrect username or password.')

  const refused = (await watch.settled()).find(({ state }) => state === 'refused')
  expect(refused && callsOf(refused)).toEqual([
    'InitiateAuth → WEB_AUTHN',
    'RespondToAuthChallenge → NotAuthorizedException',
  ])
  expect(watch.causes()).toEqual(['AS1705 likely'])
})

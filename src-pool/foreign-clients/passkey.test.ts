// A passkey by the AWS SDK alone, from the pool's settings on: its documents go inline.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider'
import {
  authenticatorUnderTest,
  type CreationOptions,
  type RequestOptions,
} from '../passkeys/authenticator-under-test.ts'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'

const WebAuthnConfiguration = {
  RelyingPartyId: 'localhost',
  UserVerification: 'required',
  FactorConfiguration: 'SINGLE_FACTOR',
} as const
const Username = 'ann'
const Password = 'Practice-Password-1!'
let server: PracticeServer
let sdk: CognitoIdentityProvider
let UserPoolId: string
let ClientId: string

beforeAll(async () => {
  server = await startPracticeServer()
  const { region, endpoint } = server
  const credentials = { accessKeyId: 'any', secretAccessKey: 'key' }
  sdk = new CognitoIdentityProvider({ region, endpoint, credentials, maxAttempts: 1 })
  const { UserPool } = await sdk.createUserPool({
    PoolName: 'passkeys',
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
  })
  UserPoolId = UserPool?.Id ?? ''
  await sdk.setUserPoolMfaConfig({ UserPoolId, WebAuthnConfiguration })
  const { UserPoolClient } = await sdk.createUserPoolClient({
    UserPoolId,
    ClientName: 'app',
    ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  })
  ClientId = UserPoolClient?.ClientId ?? ''
  await sdk.adminCreateUser({ UserPoolId, Username })
  await sdk.adminSetUserPassword({ UserPoolId, Username, Password, Permanent: true })
})
afterAll(async () => {
  sdk.destroy()
  await server.close()
})

const begin = (own: Readonly<Record<string, string>>) =>
  sdk.initiateAuth({
    AuthFlow: 'USER_AUTH',
    ClientId,
    AuthParameters: { USERNAME: Username, ...own },
  })

it('registers a passkey and signs in by it', async () => {
  const byPassword = await begin({ PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: Password })
  const { AccessToken } = byPassword.AuthenticationResult ?? {}
  const authenticator = authenticatorUnderTest('http://localhost:5173')
  const { CredentialCreationOptions } = await sdk.startWebAuthnRegistration({ AccessToken })
  // The SDK has a document where the specification has this.
  const options = CredentialCreationOptions as unknown as CreationOptions
  const Credential = authenticator.register(options)
  await sdk.completeWebAuthnRegistration({ AccessToken, Credential })
  const { Credentials } = await sdk.listWebAuthnCredentials({ AccessToken })
  expect(Credentials).toMatchObject([
    { CredentialId: Credential.id, CreatedAt: expect.any(Date) as Date },
  ])

  const { ChallengeName, ChallengeParameters, Session } = await begin({
    PREFERRED_CHALLENGE: 'WEB_AUTHN',
  })
  const requested: unknown = JSON.parse(ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '')
  const CREDENTIAL = authenticator.signIn(requested as RequestOptions)
  const ChallengeResponses = { USERNAME: Username, CREDENTIAL }
  const answer = { ClientId, ChallengeName, Session, ChallengeResponses }
  const { AuthenticationResult } = await sdk.respondToAuthChallenge(answer)
  expect(AuthenticationResult?.AccessToken).toBeDefined()
})

it('finds the settings again, also after an update that does not name them', async () => {
  await sdk.updateUserPool({
    UserPoolId,
    UserPoolTier: 'PLUS',
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
  })
  expect((await sdk.describeUserPool({ UserPoolId })).UserPool).toMatchObject({
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    UserPoolTier: 'PLUS',
  })
  expect(await sdk.getUserPoolMfaConfig({ UserPoolId })).toMatchObject({ WebAuthnConfiguration })
})

it('refuses a relying party that is an address', async () => {
  const wrong = { UserPoolId, WebAuthnConfiguration: { RelyingPartyId: 'https://localhost' } }
  await expect(sdk.setUserPoolMfaConfig(wrong)).rejects.toThrow(
    'webAuthnConfiguration.relyingPartyId',
  )
})

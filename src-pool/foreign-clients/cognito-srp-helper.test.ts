import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  createSecretHash,
  createSrpSession,
  signSrpSession,
  wrapAuthChallenge,
  wrapInitiateAuth,
} from 'cognito-srp-helper'
import type { UserDescription } from '../core/description.ts'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'
import { clientOf, codeNow, userOf } from './practice-place.ts'

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

/** Signs in with cognito-srp-helper and the AWS SDK, with a secret hash; returns the last answer. */
async function helperSignIn(poolId: string, clientName: string, who: UserDescription) {
  const { clientId, clientSecret = '' } = clientOf(server, clientName)
  const srp = createSrpSession(who.username, who.password, poolId, false)
  const hashOf = (name: string) => createSecretHash(name, clientId, clientSecret)
  const first = await sdk.send(
    new InitiateAuthCommand(
      wrapInitiateAuth(srp, {
        ClientId: clientId,
        AuthFlow: 'USER_SRP_AUTH' as const,
        AuthParameters: { USERNAME: who.username, SECRET_HASH: hashOf(who.username) },
      }),
    ),
  )
  const { ChallengeParameters = {} } = first
  const name = ChallengeParameters.USER_ID_FOR_SRP ?? ''
  const answer = await sdk.send(
    new RespondToAuthChallengeCommand(
      wrapAuthChallenge(signSrpSession(srp, { ChallengeParameters }), {
        ClientId: clientId,
        ChallengeName: 'PASSWORD_VERIFIER' as const,
        ChallengeResponses: { USERNAME: name, SECRET_HASH: hashOf(name) },
      }),
    ),
  )
  return { answer, name, hashOf, clientId }
}

describe('cognito-srp-helper with the plain AWS SDK', () => {
  it('signs in a client with a secret, though the answer carries SRP_A too and no Session', async () => {
    const { answer } = await helperSignIn(
      'us-east-1_Practice1',
      'server-secret',
      userOf(server, 'alice'),
    )
    expect(answer.AuthenticationResult?.TokenType).toBe('Bearer')
    expect(answer.ChallengeParameters).toEqual({})
  })

  it('signs in by email address, and refreshes with a hash over the UUID only', async () => {
    const who = userOf(server, 'email-user@example.com')
    const { answer, name, hashOf, clientId } = await helperSignIn(
      'us-east-1_Practice2',
      'email-secret',
      who,
    )
    expect(name).toBe(who.sub)
    const { AuthenticationResult } = await sdk.send(
      new RespondToAuthChallengeCommand({
        ClientId: clientId,
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        Session: answer.Session,
        ChallengeResponses: {
          USERNAME: name,
          SECRET_HASH: hashOf(name),
          SOFTWARE_TOKEN_MFA_CODE: codeNow(who.totpSecret),
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

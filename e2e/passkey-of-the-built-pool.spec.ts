// The library that checks passkeys is a chunk of its own, loaded late: only what is built shows
// whether it can be loaded at all.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'
import {
  authenticatorUnderTest,
  type CreationOptions,
} from '#pool/passkeys/authenticator-under-test.ts'
import { requestOptions, type AnswerBody } from '#pool/test-bed/pool-under-test.ts'
import { password } from './practice-users.ts'

const ClientId = '7practicechoice00000000007'

test('a passkey is registered and signs in at the packaged pool', async () => {
  const pool = spawn(process.execPath, ['out/main/cli.js', 'pool'])
  try {
    const line = await new Promise<string>((resolve) => {
      createInterface(pool.stdout).once('line', resolve)
    })
    const { endpoint } = JSON.parse(line) as { readonly endpoint: string }
    const call = async (operation: string, input: object): Promise<AnswerBody> => {
      const answer = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-amz-json-1.1',
          'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
        },
        body: JSON.stringify(input),
      })
      const text = await answer.text()
      expect(answer.status, `${operation}: ${text}`).toBe(200)
      return JSON.parse(text) as AnswerBody
    }
    const begin = (PREFERRED_CHALLENGE: string) =>
      call('InitiateAuth', {
        AuthFlow: 'USER_AUTH',
        ClientId,
        AuthParameters: { USERNAME: 'passkey-user', PREFERRED_CHALLENGE, PASSWORD: password },
      })

    const AccessToken = (await begin('PASSWORD')).AuthenticationResult?.['AccessToken']
    const started = await call('StartWebAuthnRegistration', { AccessToken })
    const authenticator = authenticatorUnderTest('https://auth.practice.example')
    const options = started.CredentialCreationOptions as CreationOptions
    const Credential = authenticator.register(options)
    await call('CompleteWebAuthnRegistration', { AccessToken, Credential })

    const challenge = await begin('WEB_AUTHN')
    const CREDENTIAL = authenticator.signIn(requestOptions(challenge))
    const { AuthenticationResult } = await call('RespondToAuthChallenge', {
      ClientId,
      ChallengeName: challenge.ChallengeName,
      Session: challenge.Session,
      ChallengeResponses: { USERNAME: 'passkey-user', CREDENTIAL },
    })
    expect(AuthenticationResult?.['TokenType']).toBe('Bearer')
  } finally {
    pool.kill()
  }
})

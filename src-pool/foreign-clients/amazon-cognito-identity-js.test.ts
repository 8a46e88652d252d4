// People still use this client, and it is the reference for SRP; that is why it signs in here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import type { UserDescription } from '../core/description.ts'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'
import { clientOf, codeNow, userOf } from './practice-place.ts'

let server: PracticeServer

beforeAll(async () => {
  server = await startPracticeServer()
})

afterAll(() => server.close())

function identityUser(username: string): CognitoUser {
  const Pool = new CognitoUserPool({
    UserPoolId: server.describe().userPoolId,
    ClientId: clientOf(server, 'web-public').clientId,
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
  it('signs in by SRP', async () => {
    const session = await identitySignIn(identityUser('alice'), userOf(server, 'alice'))
    expect(session.getIdToken().payload['cognito:username']).toBe('alice')
    expect(session.isValid()).toBe(true)
  })

  it('is refused with a wrong password', async () => {
    const wrong = { ...userOf(server, 'alice'), password: 'not-the-password' }
    await expect(identitySignIn(identityUser('alice'), wrong)).rejects.toMatchObject({
      code: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    })
  })

  it('replaces a temporary password, then signs in with the new one', async () => {
    const who = userOf(server, 'temporary-password-user')
    const newPassword = who.newPasswordHint ?? ''
    const answers = { newPassword, attributes: { name: 'Temporary User' } }
    await identitySignIn(identityUser(who.username), who, answers)
    const again = { ...who, password: newPassword }
    const session = await identitySignIn(identityUser(who.username), again)
    expect(session.getIdToken().payload.name).toBe('Temporary User')
  })

  it('signs in with TOTP', async () => {
    const who = userOf(server, 'totp-user')
    const totp = () => codeNow(who.totpSecret)
    const session = await identitySignIn(identityUser(who.username), who, { totp })
    expect(session.getAccessToken().payload.username).toBe('totp-user')
  })

  it('sets up TOTP with an access token, prefers it, and is asked for it next time', async () => {
    server.reset()
    const cognitoUser = identityUser('alice')
    await identitySignIn(cognitoUser, userOf(server, 'alice'))
    const secret = await new Promise<string>((resolve, reject) => {
      cognitoUser.associateSoftwareToken({ associateSecretCode: resolve, onFailure: reject })
    })
    expect(secret).toMatch(/^[A-Z2-7]{52}$/)
    await new Promise((resolve, reject) => {
      const callbacks = { onSuccess: resolve, onFailure: reject }
      cognitoUser.verifySoftwareToken(codeNow(secret), 'phone', callbacks)
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
    const totp = () => codeNow(secret, 1)
    const session = await identitySignIn(identityUser('alice'), userOf(server, 'alice'), { totp })
    expect(session.isValid()).toBe(true)
    server.reset()
  })

  it('refreshes, reads its user, and finds its token dead after signing out everywhere', async () => {
    const cognitoUser = identityUser('alice')
    const session = await identitySignIn(cognitoUser, userOf(server, 'alice'))
    await new Promise((resolve, reject) => {
      cognitoUser.refreshSession(
        session.getRefreshToken(),
        (error: Error | null, fresh: unknown) => {
          if (error) reject(error)
          else resolve(fresh)
        },
      )
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
    // Not through the client, which would try again for seconds.
    const refresh = await fetch(server.endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      body: JSON.stringify({
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        ClientId: clientOf(server, 'web-public').clientId,
        AuthParameters: { REFRESH_TOKEN: session.getRefreshToken().getToken() },
      }),
    })
    expect(await refresh.json()).toEqual({
      __type: 'NotAuthorizedException',
      message: 'Refresh Token has been revoked',
    })
  })
})

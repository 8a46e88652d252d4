// amazon-cognito-identity-js does the whole of a remembered device: it confirms, keeps and proves it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'
import { clientOf, codeNow, userOf } from './practice-place.ts'

let server: PracticeServer
beforeAll(async () => {
  server = await startPracticeServer()
})
afterAll(() => server.close())

/** What a browser keeps between two visits. */
function browserStorage() {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      items.set(key, value)
    },
    removeItem: (key: string) => {
      items.delete(key)
    },
    clear: () => {
      items.clear()
    },
  }
}

it('amazon-cognito-identity-js is asked for TOTP on a new device, and not on the same one again', async () => {
  const who = userOf(server, 'device-totp-user')
  const Storage = browserStorage()
  const asked: string[] = []
  const visit = () => {
    const Pool = new CognitoUserPool({
      UserPoolId: 'us-east-1_Practice4',
      ClientId: clientOf(server, 'device-public').clientId,
      endpoint: server.endpoint,
      Storage,
    })
    const user = new CognitoUser({ Username: who.username, Pool, Storage })
    return new Promise<CognitoUserSession>((resolve, reject) => {
      const callbacks = {
        onSuccess: resolve,
        onFailure: reject,
        totpRequired: (name: string) => {
          asked.push(name)
          user.sendMFACode(codeNow(who.totpSecret), callbacks, 'SOFTWARE_TOKEN_MFA')
        },
      }
      const { username: Username, password: Password } = who
      user.authenticateUser(new AuthenticationDetails({ Username, Password }), callbacks)
    })
  }
  const first = await visit()
  expect(asked).toEqual(['SOFTWARE_TOKEN_MFA'])
  const second = await visit()
  expect(asked).toEqual(['SOFTWARE_TOKEN_MFA'])
  const key: unknown = second.getAccessToken().payload.device_key
  expect(key).toMatch(/^us-east-1_[0-9a-f-]{36}$/)
  expect(first.getAccessToken().payload.device_key).toBe(key)
})

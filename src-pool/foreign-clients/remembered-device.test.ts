// amazon-cognito-identity-js does the whole of a remembered device: it confirms, keeps and proves it.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'
import { clientOf, codeNow, userOf } from './practice-place.ts'

let server: PracticeServer
/** What a browser keeps between two visits. */
let Storage: ReturnType<typeof browserStorage>
/** Second factors that were asked for. */
const challenges: string[] = []

beforeAll(async () => {
  server = await startPracticeServer()
})
afterAll(() => server.close())
beforeEach(() => {
  server.reset()
  Storage = browserStorage()
  challenges.length = 0
})

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

/** Signs in as the same browser does each time; `later` counts steps of 30 s for the TOTP code. */
function visit(later = 0): Promise<{ user: CognitoUser; session: CognitoUserSession }> {
  const { password: Password, totpSecret, username } = userOf(server, 'device-totp-user')
  const Pool = new CognitoUserPool({
    UserPoolId: 'us-east-1_Practice4',
    ClientId: clientOf(server, 'device-public').clientId,
    endpoint: server.endpoint,
    Storage,
  })
  const user = new CognitoUser({ Username: username, Pool, Storage })
  return new Promise((resolve, reject) => {
    const callbacks = {
      onSuccess: (session: CognitoUserSession) => {
        resolve({ user, session })
      },
      onFailure: reject,
      totpRequired: (name: string) => {
        challenges.push(name)
        user.sendMFACode(codeNow(totpSecret, later), callbacks, 'SOFTWARE_TOKEN_MFA')
      },
    }
    user.authenticateUser(new AuthenticationDetails({ Username: username, Password }), callbacks)
  })
}

it('amazon-cognito-identity-js is asked for TOTP on a new device, and not on the same one again', async () => {
  const first = await visit()
  expect(challenges).toEqual(['SOFTWARE_TOKEN_MFA'])
  const second = await visit()
  expect(challenges).toEqual(['SOFTWARE_TOKEN_MFA'])
  const key: unknown = second.session.getAccessToken().payload.device_key
  expect(key).toMatch(/^us-east-1_[0-9a-f-]{36}$/)
  expect(first.session.getAccessToken().payload.device_key).toBe(key)
})

it('amazon-cognito-identity-js is asked for TOTP again on a device that it forgot', async () => {
  const { user } = await visit()
  const listed = await new Promise<{ Devices: { DeviceKey: string }[] }>((resolve, reject) => {
    user.listDevices(10, null, { onSuccess: resolve, onFailure: reject })
  })
  expect(listed.Devices).toHaveLength(1)
  await new Promise((resolve, reject) => {
    user.forgetDevice({ onSuccess: resolve, onFailure: reject })
  })
  await visit(1)
  expect(challenges).toEqual(['SOFTWARE_TOKEN_MFA', 'SOFTWARE_TOKEN_MFA'])
})

// A foreign client that remembers its device, watched.
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { callsOf, watchPractice, type WatchUnderTest } from './watch-under-test.ts'

let server: PracticeServer
let watch: WatchUnderTest

beforeAll(async () => {
  vi.stubGlobal('navigator', { userAgent: 'a browser' })
  server = await startPracticeServer()
  watch = await watchPractice(server)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await watch.stop()
  await server.close()
})

test('a device that fails to prove itself is explained by its keys, not by the user’s password', async () => {
  const values = new Map<string, string>()
  const Storage = storageOf(values)
  const pool = server.describe().pools.find(({ clients }) => 'device-public' in clients)
  const Pool = new CognitoUserPool({
    UserPoolId: pool?.userPoolId ?? '',
    ClientId: pool?.clients['device-public']?.clientId ?? '',
    endpoint: watch.url,
    Storage,
  })
  const password = pool?.users.find(({ username }) => username === 'device-user')?.password ?? ''
  const signIn = (): Promise<CognitoUserSession> =>
    new Promise((resolve, reject) => {
      new CognitoUser({ Username: 'device-user', Pool, Storage }).authenticateUser(
        new AuthenticationDetails({ Username: 'device-user', Password: password }),
        { onSuccess: resolve, onFailure: reject },
      )
    })

  await signIn()
  for (const key of values.keys())
    if (key.endsWith('.randomPasswordKey')) values.set(key, 'of-another-device')
  await expect(signIn()).rejects.toMatchObject({ message: 'Incorrect username or password.' })

  const [, refused] = await watch.settled()
  expect(refused && callsOf(refused)).toEqual([
    'InitiateAuth → PASSWORD_VERIFIER',
    'RespondToAuthChallenge → DEVICE_SRP_AUTH',
    'RespondToAuthChallenge → DEVICE_PASSWORD_VERIFIER',
    'RespondToAuthChallenge → NotAuthorizedException',
  ])
  expect(watch.causes()).toEqual(['AS1704 likely'])
})

const storageOf = (values: Map<string, string>) => ({
  getItem: (key: string) => values.get(key) ?? null,
  setItem: (key: string, value: string) => values.set(key, value),
  removeItem: (key: string) => values.delete(key),
  clear: () => {
    values.clear()
  },
})

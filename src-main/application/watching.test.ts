import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startUnderTest } from './application-under-test.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-watching-'))
const { application, call } = startUnderTest(folder)

beforeAll(() => application.startPractice())
afterAll(async () => {
  await application.close()
  rmSync(folder, { recursive: true })
})

test('a watched sign-in leaves the list of the watch when it is deleted, until it is restored', async () => {
  const profiles = await call('profile.list')
  const profile = profiles.find(({ name }) => name.endsWith('web-public'))
  await call('watch.start', { profileId: profile?.id ?? '', port: 0, allowedOrigins: [] })
  const { url } = await call('watch.state')
  const signIn = (username: string) =>
    fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      body: JSON.stringify({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: profile?.clientId,
        AuthParameters: { USERNAME: username, PASSWORD: 'Practice-Password-1!' },
      }),
    })
  const users = async () => (await call('watch.state')).chains.map(({ username }) => username)
  await signIn('alice')
  await signIn('totp-user')
  await expect.poll(users).toEqual(['totp-user', 'alice'])

  const [{ runId } = { runId: '' }] = (await call('watch.state')).chains
  await call('history.delete', { runIds: [runId] })
  expect(await users()).toEqual(['alice'])
  await call('history.restore', { runIds: [runId] })
  expect(await users()).toEqual(['totp-user', 'alice'])
  await call('watch.stop')
})

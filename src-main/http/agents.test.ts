import { afterEach, expect, test } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import { openAgents } from './agents.ts'

const url = new URL('https://cognito-idp.eu-west-1.amazonaws.com/')
let password = ''
const proxy = { protocol: 'http', host: 'proxy.example', port: 3128, source: 'settings' } as const
const agents = openAgents({
  tls: () => ({ ca: [] }),
  findProxy: () =>
    Promise.resolve({
      ...proxy,
      login: { username: 'ada', password: Secret.of('password', password) },
    }),
})
afterEach(() => {
  agents.close()
})

test('a proxy whose password was corrected is asked with the new one, without a restart', async () => {
  password = 'Old-Password-1!'
  const { agent } = await agents.wayTo(url)
  expect((await agents.wayTo(url)).agent).toBe(agent)
  password = 'New-Password-1!'
  expect((await agents.wayTo(url)).agent).not.toBe(agent)
})

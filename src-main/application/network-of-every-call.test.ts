import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Contract } from '#contract/contract.ts'
import type { Client } from '#contract/define.ts'
import { startForwardProxy, type Proxy } from '#main/network/servers-under-test.ts'
import { defaultAutomatic } from '#engine/catalogue/automatic-answers/index.ts'
import { passwordSignIn, startUnderTest } from './application-under-test.ts'
import { profileUnderTest } from './profile-under-test.ts'
import type { RunningApplication } from './compose.ts'

vi.setConfig({ testTimeout: 40_000, hookTimeout: 40_000 })

const service = 'cognito-idp.eu-west-1.amazonaws.com:443'
const folder = mkdtempSync(join(tmpdir(), 'authscope-every-call-'))
let application: RunningApplication
let proxy: Proxy
let profileId = ''
let call: Client<Contract>

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example')
  // It notes where each call wants to go, and lets none of them out of this machine.
  proxy = await startForwardProxy({ login: 'ada:Proxy-Password-1!', refuses: '403 Forbidden' })
  ;({ application, call } = startUnderTest(folder))
  const profile = await call('profile.create', profileUnderTest)
  profileId = profile.id
})
afterAll(async () => {
  await application.close()
  await proxy.close()
  rmSync(folder, { recursive: true })
  vi.unstubAllEnvs()
})

/** What each kind of call asks the proxy for. */
const calls: Readonly<Record<string, () => Promise<unknown>>> = {
  'a sign-in': () =>
    call('run.start', {
      ...passwordSignIn(profileId, 'ada'),
      secrets: { PASSWORD: 'Secret-1!' },
      automatic: defaultAutomatic(),
    }),
  'the keys of a token’s pool (JWKS)': () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
    const text = `${part({ kid: 'k', alg: 'RS256' })}.${part({ iss: issuer, token_use: 'id' })}.${'A'.repeat(342)}`
    return call('token.read', { text, profileId })
  },
  'a probe': () => call('probe.run', { profileId }),
  'reading settings with AWS credentials': () => call('probe.readSettings', { profileId }),
  'a watched application': async () => {
    await call('watch.start', { profileId, port: 0, allowedOrigins: [] })
    const { url } = await call('watch.state')
    await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser',
      },
      body: '{"AccessToken":"x"}',
    })
    await call('watch.stop')
  },
}

const useProfile = async (): Promise<void> => {
  await call('profile.change', {
    id: profileId,
    draft: {
      proxy: `http://ada@127.0.0.1:${String(proxy.port)}`,
      proxyPassword: 'Proxy-Password-1!',
    },
  })
  await call('settings.change', { proxy: 'none' })
}
const useSettings = async (): Promise<void> => {
  await call('profile.change', { id: profileId, draft: { proxy: '', proxyPassword: null } })
  await call('settings.change', {
    proxy: 'manual',
    proxyUrl: `http://ada@127.0.0.1:${String(proxy.port)}`,
  })
  await call('settings.keepProxyPassword', { password: 'Proxy-Password-1!' })
}

test.each(
  Object.keys(calls).flatMap((kind) => [
    [kind, 'the profile', useProfile] as const,
    [kind, 'the settings', useSettings] as const,
  ]),
)('%s goes through the proxy of %s', async (kind, _of, use) => {
  await use()
  proxy.requested.length = 0
  await calls[kind]?.().catch(() => undefined)
  await vi.waitFor(() => {
    expect(proxy.requested).toContain(service)
  }, 20_000)
})

import { expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings/index.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { networkOfSettings } from './network-of-settings.ts'

const url = new URL('https://cognito-idp.eu-west-1.amazonaws.com/')

test('a changed setting applies to the next connection', async () => {
  let settings = { ...defaultSettings, proxy: 'none' as 'none' | 'manual' }
  const { findProxy } = networkOfSettings(() => settings)
  expect(await findProxy(url)).toBeUndefined()
  settings = { ...settings, proxy: 'manual', proxyUrl: 'socks5://proxy.example:1080' }
  expect(await findProxy(url)).toMatchObject({ protocol: 'socks5', source: 'settings' })
  settings = { ...settings, proxyUrl: '' }
  await expect(findProxy(url)).rejects.toThrow('The proxy is not a URL')
})

test('a missing certificate file is named', () => {
  const { tls } = networkOfSettings(() => ({ ...defaultSettings, caFile: '/nowhere/ca.pem' }))
  expect(() => tls()).toThrow('There is no file /nowhere/ca.pem')
})

test('a manual proxy with a user name gets the stored password, and one without gets none', async () => {
  let proxyUrl = 'http://ada@proxy.example:3128'
  const { findProxy } = networkOfSettings(
    () => ({ ...defaultSettings, proxy: 'manual', proxyUrl }),
    { proxyPassword: () => Promise.resolve(Secret.of('password', 'sample')) },
  )
  const login = (await findProxy(url))?.login
  expect(login?.username).toBe('ada')
  expect(login && reveal(login.password)).toBe('sample')
  proxyUrl = 'http://proxy.example:3128'
  expect(await findProxy(url)).not.toHaveProperty('login')
})

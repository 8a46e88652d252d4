import { expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings/index.ts'
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

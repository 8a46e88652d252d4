import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings/index.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { networksOfProfiles } from './network-of-profile.ts'

const url = new URL('https://cognito-idp.eu-west-1.amazonaws.com/')
const manual = { ...defaultSettings, proxy: 'manual', proxyUrl: 'http://all.example:3128' } as const
const trust = { clientCertificateFile: '', clientKeyFile: '', trustedCertificates: [] }
const plain = { id: 'p1', proxy: '', caFile: '', ...trust }

test('a profile that says nothing has the network of the settings', async () => {
  const networkOf = networksOfProfiles(() => manual)
  expect(await networkOf(plain).findProxy(url)).toMatchObject({ host: 'all.example' })
  expect(networkOf(plain)).toBe(networkOf({ ...plain, id: 'p2' }))
  expect(networkOf(undefined)).toBe(networkOf(plain))
})

test('the proxy of a profile counts before the settings, with its password', async () => {
  const networkOf = networksOfProfiles(() => manual)
  const proxyPassword = Secret.of('password', 'sample')
  const own = { ...plain, proxy: 'http://ana@own.example:8080', proxyPassword }
  const route = await networkOf(own).findProxy(url)
  expect(route).toMatchObject({ host: 'own.example', port: 8080, login: { username: 'ana' } })
  expect(route?.source).toBe('profile')
  expect(route?.login && reveal(route.login.password)).toBe('sample')
  expect(networkOf(own)).toBe(networkOf({ ...own }))
  expect(await networkOf({ ...plain, proxy: 'none' }).findProxy(url)).toBeUndefined()
})

test('the certificate authorities of a profile are added to those of the settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-ca-'))
  const pem = (name: string) => `-----BEGIN CERTIFICATE-----\n${name}\n-----END CERTIFICATE-----`
  const file = (name: string) => {
    const path = join(folder, `${name}.pem`)
    writeFileSync(path, pem(name))
    return path
  }
  const networkOf = networksOfProfiles(() => ({ ...defaultSettings, caFile: file('company') }))
  const { ca } = networkOf({ ...plain, caFile: file('shop') }).tls()
  expect(ca).toEqual(expect.arrayContaining([pem('company'), pem('shop')]))
  const missing = networkOf({ ...plain, id: 'p3', caFile: '/nowhere/ca.pem' })
  expect(() => missing.tls()).toThrow('There is no file /nowhere/ca.pem')
})

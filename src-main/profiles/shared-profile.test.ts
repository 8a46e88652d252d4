import { expect, it } from 'vitest'
import type { Profile } from '#contract/routes/profiles.ts'
import { recogniseInput } from '#engine/configuration-sources/recognise-input.ts'
import { connectionDraft } from './connection-draft.ts'
import { sharedProfile, sharedProfileFileName } from './shared-profile.ts'

const profile: Profile = {
  id: 'profile1',
  name: 'Shop / live: “eu”',
  colour: 'red',
  production: true,
  practice: false,
  region: 'eu-central-1',
  userPoolId: 'eu-central-1_Shop12345',
  clientId: '1shopweb23456789abcdefghij',
  endpoint: 'http://127.0.0.1:9229',
  username: 'ana@example.com',
  flow: 'USER_AUTH',
  automatic: { srp: true, totp: true, passkey: true, device: true },
  authSessionValidity: 5,
  asAdmin: false,
  awsProfile: 'admin-of-shop',
  proxy: 'http://ana@proxy.example:3128',
  caFile: '/home/ana/ca.pem',
  trustedCertificates: [],
  clientCertificateFile: '',
  clientKeyFile: '',
  hasClientSecret: true,
  hasTotpSecret: true,
  hasProxyPassword: true,
  unreadable: [],
}

it('a shared profile becomes the same profile again, without what is personal', () => {
  const recognised = recogniseInput(sharedProfile(profile))
  if (recognised.kind !== 'connections') throw new Error(recognised.kind)
  const [connection] = recognised.connections
  expect(connection && connectionDraft(connection)).toEqual({
    name: profile.name,
    colour: 'red',
    production: true,
    region: 'eu-central-1',
    userPoolId: 'eu-central-1_Shop12345',
    clientId: '1shopweb23456789abcdefghij',
    endpoint: 'http://127.0.0.1:9229',
    username: '',
    flow: 'USER_AUTH',
    automatic: profile.automatic,
    authSessionValidity: 5,
    asAdmin: false,
    awsProfile: '',
    proxy: '',
    caFile: '',
    trustedCertificates: [],
    clientCertificateFile: '',
    clientKeyFile: '',
  })
  expect(sharedProfile(profile)).not.toMatch(/ana@|ca\.pem|admin-of-shop/)
})

it('its file name is one that every system takes', () => {
  expect(sharedProfileFileName(profile)).toBe('Shop-live-eu.authscope-profile.json')
  expect(sharedProfileFileName({ ...profile, name: '///' })).toBe('profile.authscope-profile.json')
})

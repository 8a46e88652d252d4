import { expect, it } from 'vitest'
import type { Profile } from '#contract/routes/profiles.ts'
import { Secret } from '#engine/secret/secret.ts'
import { networkOf } from '#main/network/network.ts'
import { documentInMemory } from '#main/settings/document-in-memory.ts'
import { emptySettingsFile } from '#main/settings/settings.ts'
import { noPractice } from './practice-port.ts'
import { runDestination } from './run-destination.ts'

const profile: Profile = {
  id: 'one',
  name: 'One',
  colour: 'blue',
  production: false,
  practice: false,
  region: '',
  userPoolId: 'eu-west-1_AbC',
  clientId: 'client',
  endpoint: '',
  username: 'ann',
  flow: 'USER_SRP_AUTH',
  automatic: { srp: true, totp: true, passkey: true, device: true },
  authSessionValidity: 3,
  asAdmin: false,
  awsProfile: '',
  proxy: '',
  caFile: '',
  trustedCertificates: [],
  clientCertificateFile: '',
  clientKeyFile: '',
  hasClientSecret: false,
  hasTotpSecret: false,
  hasProxyPassword: false,
  unreadable: [],
}
const clientSecret = Secret.of('client secret', 'c')
const of = (changed: Partial<Profile>, practiceEndpoint = '') =>
  runDestination(
    {
      practice: () => ({
        ...noPractice,
        state: () => ({ ...noPractice.state(), endpoint: practiceEndpoint }),
      }),
      networkOf: () => Promise.resolve(networkOf()),
      profiles: { secretsOf: () => Promise.resolve({ clientSecret }) },
      settings: documentInMemory(emptySettingsFile),
    },
    { ...profile, ...changed },
  )

it('the destination of a profile is the region of the pool, or an endpoint of any', async () => {
  expect(await of({})).toMatchObject({
    profileId: 'one',
    client: { userPoolId: 'eu-west-1_AbC', clientId: 'client', clientSecret },
    target: { region: 'eu-west-1', practice: false },
  })
  const endpoint = 'http://127.0.0.1:9229'
  const { target } = await of({ userPoolId: 'local_1', endpoint })
  expect(target).toMatchObject({ endpoint, practice: false })
  expect(target.region).not.toBe('')
})

it('the endpoint of the practice pool that runs makes it practice', async () => {
  const endpoint = 'http://127.0.0.1:9233'
  expect((await of({ endpoint }, endpoint)).target.practice).toBe(true)
})

it('a profile without a region or an endpoint is refused', async () => {
  await expect(of({ userPoolId: '' })).rejects.toThrow('needs a region')
})

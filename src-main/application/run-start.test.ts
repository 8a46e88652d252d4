import { describe, expect, it } from 'vitest'
import type { Profile } from '#contract/routes/profiles.ts'
import { Secret } from '#engine/secret/secret.ts'
import { runStart, type StartInput, type StartContext } from './run-start.ts'

const typed = Secret.of('password', 'typed')
const stored = Secret.of('password', 'stored')
const totpSecret = Secret.of('totp secret', 'TOTP')
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
  hasClientSecret: false,
  hasTotpSecret: false,
  hasProxyPassword: false,
  unreadable: [],
}
const start: StartInput = {
  profileId: 'one',
  flow: 'USER_PASSWORD_AUTH',
  parameters: { USERNAME: 'ann' },
  secrets: {},
  clientMetadata: {},
  analyticsEndpointId: '',
  userContextData: { IpAddress: '' },
  device: 'with',
  deviceName: '',
  automatic: { srp: true, totp: false, passkey: true, device: true },
}
const context: StartContext = {
  profile,
  clientSecret: undefined,
  known: [{ key: 'PASSWORD', secret: stored, source: 'typed before' }],
  practice: false,
  timeoutMs: 1000,
}

describe('the start of a sign-in', () => {
  it('uses a known value only where none was typed', () => {
    expect(runStart(start, context).input.parameters).toEqual({ USERNAME: 'ann', PASSWORD: stored })
    const other = runStart({ ...start, secrets: { PASSWORD: typed } }, context)
    expect(other.input.parameters).toEqual({ USERNAME: 'ann', PASSWORD: typed })
    expect(other.known.password).toBe(typed)
  })

  it('sends no known value to a flow that has no such field', () => {
    const begun = runStart({ ...start, flow: 'REFRESH_TOKEN_AUTH' }, context)
    expect(begun.input.parameters).toEqual({ USERNAME: 'ann' })
  })

  it('never sends the TOTP secret, from which codes are computed', () => {
    const begun = runStart({ ...start, secrets: { TOTP_SECRET: totpSecret } }, context)
    expect(begun.input.parameters).not.toHaveProperty('TOTP_SECRET')
    expect(begun.known.totpSecret).toBe(totpSecret)
  })

  it('leaves out empty values, which Cognito would refuse', () => {
    const { input } = runStart(start, context)
    expect(Object.keys(input)).toEqual(['flow', 'parameters'])
  })

  it('goes to the region of the pool, or to an endpoint of any', () => {
    expect(runStart(start, context)).toMatchObject({ region: 'eu-west-1' })
    const local = { ...profile, userPoolId: 'local_1', endpoint: 'http://127.0.0.1:9229' }
    const begun = runStart(start, { ...context, profile: local })
    expect(begun).toMatchObject({ endpoint: 'http://127.0.0.1:9229' })
    expect(begun.region).not.toBe('')
  })

  it('is refused without a region or an endpoint', () => {
    const nowhere = { ...profile, userPoolId: '' }
    expect(() => runStart(start, { ...context, profile: nowhere })).toThrow('needs a region')
  })
})

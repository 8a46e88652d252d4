import { describe, expect, it } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import { runStart, type StartInput, type StartContext } from './run-start.ts'

const typed = Secret.of('password', 'typed')
const stored = Secret.of('password', 'stored')
const totpSecret = Secret.of('totp secret', 'TOTP')
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
  destination: {
    profileId: 'one',
    client: { userPoolId: 'eu-west-1_AbC', clientId: 'client' },
    target: {
      profileName: 'One',
      region: 'eu-west-1',
      userPoolId: 'eu-west-1_AbC',
      clientId: 'client',
      endpoint: '',
      practice: false,
    },
    timeoutMs: 1000,
  },
  username: 'ann',
  known: [{ key: 'PASSWORD', secret: stored, source: 'typed before' }],
}

describe('the start of a sign-in', () => {
  it('uses a known value only where none was typed', () => {
    expect(runStart(start, context).input.parameters).toEqual({ USERNAME: 'ann', PASSWORD: stored })
    const other = runStart({ ...start, secrets: { PASSWORD: typed } }, context)
    expect(other.input.parameters).toEqual({ USERNAME: 'ann', PASSWORD: typed })
    expect(other.known.password).toBe(typed)
  })

  it('tries no withheld password in the place of one that was refused', () => {
    const known = [{ ...context.known[0]!, withheld: true }] as const
    const { input, known: used } = runStart(start, { ...context, known })
    expect(input.parameters).toEqual({ USERNAME: 'ann' })
    expect(used.password).toBeUndefined()
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
})

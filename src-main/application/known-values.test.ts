import { describe, expect, it } from 'vitest'
import type { Profile } from '#contract/routes/profiles.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { knownValues } from './known-values.ts'
import { noPractice } from './practice-port.ts'

const endpoint = 'http://127.0.0.1:9233'
const profile: Profile = {
  id: 'one',
  name: 'One',
  colour: 'blue',
  production: false,
  practice: false,
  region: 'us-east-1',
  userPoolId: 'us-east-1_Practice1',
  clientId: 'client',
  endpoint,
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
  hasTotpSecret: true,
  hasProxyPassword: false,
  unreadable: [],
}

const known = () =>
  knownValues({
    profiles: {
      secretsOf: () => Promise.resolve({ totpSecret: Secret.of('totp secret', 'PROFILE') }),
    },
    practice: () => ({
      ...noPractice,
      state: () => ({ ...noPractice.state(), running: true, endpoint }),
      secretsOf: (_client, username) =>
        username === 'ann'
          ? {
              password: Secret.of('password', 'practised'),
              totpSecret: Secret.of('totp secret', 'PRACTICE'),
            }
          : {},
    }),
    lastRefreshToken: (_profile: string, username: string) =>
      Promise.resolve(
        username === 'ann'
          ? { token: Secret.of('refresh token', 'refresh'), owner: username }
          : undefined,
      ),
  })

const shown = async (values: ReturnType<typeof known>, username = 'ann', of = profile) =>
  (await values.of(of, username)).map(
    ({ key, secret, source, withheld }) =>
      `${key} ${reveal(secret)} (${source}${withheld ? ', withheld' : ''})`,
  )

describe('known values', () => {
  it('are what was typed, else what is stored, else what the practice pool provides', async () => {
    const values = known()
    expect(await shown(values)).toEqual([
      'TOTP_SECRET PROFILE (profile)',
      'PASSWORD practised (practice pool)',
      'REFRESH_TOKEN refresh (last sign-in)',
    ])
    values.remember('one', 'ann', { PASSWORD: Secret.of('password', 'typed') })
    expect(await shown(values)).toContain('PASSWORD typed (typed before)')
  })

  it('of a practice user are not offered to another server', async () => {
    expect(await shown(known(), 'ann', { ...profile, endpoint: '' })).toEqual([
      'TOTP_SECRET PROFILE (profile)',
      'REFRESH_TOKEN refresh (last sign-in)',
    ])
  })

  it('of one user or profile are not offered to another', async () => {
    const values = known()
    values.remember('one', 'ann', { PASSWORD: Secret.of('password', 'typed') })
    expect(await shown(values, 'bob')).toEqual(['TOTP_SECRET PROFILE (profile)'])
    expect(await shown(values, 'ann', { ...profile, id: 'two' })).toContain(
      'PASSWORD practised (practice pool)',
    )
  })

  it('do not include what is valid for one sign-in only', async () => {
    const values = known()
    values.remember('one', 'bob', {
      SMS_MFA_CODE: Secret.of('code', '123456'),
      SRP_A: Secret.of('text', 'abc'),
    })
    expect(await shown(values, 'bob')).toEqual(['TOTP_SECRET PROFILE (profile)'])
  })

  it('are forgotten when the user asks for it', async () => {
    const values = known()
    values.remember('one', 'bob', { PASSWORD: Secret.of('password', 'typed') })
    values.forget('one', 'bob')
    expect(await shown(values, 'bob')).toEqual(['TOTP_SECRET PROFILE (profile)'])
  })

  it('withhold the password that is left once one was refused, until it is asked for', async () => {
    const values = known()
    const type = (text: string) =>
      values.remember('one', 'ann', { PASSWORD: Secret.of('password', text) })
    type('wrong')()
    expect(await shown(values)).toContain('PASSWORD practised (practice pool, withheld)')
    values.useWithheld('one', 'ann')
    expect(await shown(values)).toContain('PASSWORD practised (practice pool)')

    type('right')
    const takeBack = type('wrong')
    expect(await shown(values)).toContain('PASSWORD wrong (typed before)')
    takeBack()
    expect(await shown(values)).toContain('PASSWORD right (typed before, withheld)')
    type('right')
    expect(await shown(values)).toContain('PASSWORD right (typed before)')

    // The server has another one by now.
    values.remember('one', 'ann', {})()
    expect(await shown(values)).toContain('PASSWORD practised (practice pool, withheld)')
  })

  it('are not withheld when a sign-in without a typed password is refused', async () => {
    const values = known()
    values.remember('one', 'ann', {})()
    expect(await shown(values)).toContain('PASSWORD practised (practice pool)')
  })

  it('keep what was typed after the password that is refused', async () => {
    const values = known()
    const takeBack = values.remember('one', 'ann', { PASSWORD: Secret.of('password', 'wrong') })
    values.remember('one', 'ann', { PASSWORD: Secret.of('password', 'newer') })
    takeBack()
    expect(await shown(values)).toContain('PASSWORD newer (typed before)')
  })
})

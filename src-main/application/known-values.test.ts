import { describe, expect, it } from 'vitest'
import type { Profile } from '#contract/routes/profiles.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { knownValues } from './known-values.ts'
import { noPractice } from './practice.ts'

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
    lastRefreshToken: (_profile, username) =>
      Promise.resolve(
        username === 'ann' ? { token: Secret.of('refresh token', 'refresh') } : undefined,
      ),
  })

const shown = async (values: ReturnType<typeof known>, username = 'ann', of = profile) =>
  (await values.of(of, username)).map(
    ({ key, secret, source }) => `${key} ${reveal(secret)} (${source})`,
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

  it('include the last correct password, not one that was refused', async () => {
    const values = known()
    const typed = (text: string) => ({ PASSWORD: Secret.of('password', text) })
    values.begun('run1', 'one', 'ann', typed('wrong'))
    values.passwordRefused('run1')
    values.ended('run1', false)
    expect(await shown(values)).toContain('PASSWORD practised (practice pool)')

    values.begun('run2', 'one', 'ann', typed('right'))
    values.ended('run2', true)
    values.begun('run3', 'one', 'ann', typed('wrong'))
    expect(await shown(values)).toContain('PASSWORD wrong (typed before)')
    values.passwordRefused('run3')
    values.ended('run3', false)
    expect(await shown(values)).toContain('PASSWORD right (typed before)')

    // The server has another one by now.
    values.begun('run4', 'one', 'ann', {})
    values.passwordRefused('run4')
    expect(await shown(values)).toContain('PASSWORD practised (practice pool)')
  })

  it('include a new password only once the sign-in accepted it', async () => {
    const values = known()
    const remember = (text: string) => () => {
      values.remember('one', 'bob', { PASSWORD: Secret.of('password', text) })
    }
    values.rememberIfAccepted('run1', remember('too weak'))
    values.ended('run1', false)
    expect(await shown(values, 'bob')).toHaveLength(1)
    values.rememberIfAccepted('run2', remember('good'))
    values.ended('run2', true)
    expect(await shown(values, 'bob')).toContain('PASSWORD good (typed before)')
  })
})

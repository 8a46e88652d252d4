import { expect, it } from 'vitest'
import { settingsSummary } from './settings-summary.ts'

const read = {
  client: {
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED' },
  },
  hasSecret: true,
  mfa: { MfaConfiguration: 'OPTIONAL' },
  user: { Username: 'ada', UserStatus: 'CONFIRMED', Enabled: true },
  refused: [],
}

it('says in one line what the settings say about a flow', () => {
  expect(settingsSummary(read, 'USER_SRP_AUTH')).toBe(
    'USER_SRP_AUTH is on · client secret · refresh-token rotation · MFA optional · ada is CONFIRMED',
  )
  expect(settingsSummary(read, 'USER_AUTH')).toMatch(/^USER_AUTH is off · /)
})

it('leaves out what was not read', () => {
  expect(settingsSummary({ refused: [] }, 'USER_AUTH')).toBe('')
  const user = { ...read.user, Enabled: false }
  expect(settingsSummary({ user, refused: [] }, 'USER_AUTH')).toBe('ada is disabled')
})

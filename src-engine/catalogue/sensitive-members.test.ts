import { expect, it } from 'vitest'
import { sensitiveMember } from './sensitive-members.ts'

it.each([
  ['PASSWORD', 'password'],
  ['NEW_PASSWORD', 'password'],
  ['SECRET_HASH', 'secret hash'],
  ['Session', 'session'],
  ['SMS_MFA_CODE', 'code'],
  ['SOFTWARE_TOKEN_MFA_CODE', 'code'],
  ['REFRESH_TOKEN', 'refresh token'],
  ['RefreshToken', 'refresh token'],
  ['AccessToken', 'access token'],
  ['IdToken', 'id token'],
  ['SECRET_BLOCK', 'secret block'],
  ['PASSWORD_CLAIM_SECRET_BLOCK', 'secret block'],
  ['PASSWORD_CLAIM_SIGNATURE', 'signature'],
  ['EncodedData', 'context data'],
  ['DeviceGroupKey', 'device secret'],
  ['Password', 'password'],
  ['PreviousPassword', 'password'],
  ['ProposedPassword', 'password'],
  ['ConfirmationCode', 'code'],
  ['Code', 'code'],
  ['UserCode', 'code'],
  ['Token', 'refresh token'],
  ['FeedbackToken', 'feedback token'],
  ['ClientSecret', 'client secret'],
  ['Credential', 'signature'],
  ['DeviceSecretVerifierConfig.PasswordVerifier', 'device secret'],
  ['PasswordVerifier', 'device secret'],
])('%s never appears in plain text in an event', (name, kind) => {
  expect(sensitiveMember(name)).toEqual({ sensitivity: 'secret', kind })
})

it.each([
  ...'USERNAME USER_ID_FOR_SRP IpAddress DEVICE_KEY DeviceKey Username SessionId'.split(' '),
  'userAttributes.email',
  'UserAttributes.email',
])('%s is personal: shown in the window, replaced by a mark in redacted exports', (name) => {
  expect(sensitiveMember(name)?.sensitivity).toBe('personal')
})

it.each(['SRP_A', 'SRP_B', 'SALT', 'ChallengeName', 'ClientId', 'TIMESTAMP', 'constructor'])(
  '%s is public',
  (name) => {
    expect(sensitiveMember(name)).toBeUndefined()
  },
)

it('a custom answer is secret, and a choice of a challenge is not', () => {
  expect(sensitiveMember('ANSWER')?.kind).toBe('custom answer')
  expect(sensitiveMember('ANSWER', 'hunter2')?.kind).toBe('custom answer')
  expect(sensitiveMember('ANSWER', 'SOFTWARE_TOKEN_MFA')).toBeUndefined()
})

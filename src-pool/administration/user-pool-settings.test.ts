import { expect, it } from 'vitest'
import { poolSchema } from '../configuration/configuration.ts'
import { updatedSettings } from './user-pool-settings.ts'

const before = poolSchema.parse({
  id: 'us-east-1_Practice1',
  clients: [],
  users: [],
  preTokenGenerationVersion: 'V2_0',
})

const withTier = (UserPoolTier: 'LITE' | 'PLUS') =>
  updatedSettings(before, {
    UserPoolTier,
    Policies: undefined,
    AutoVerifiedAttributes: undefined,
    MfaConfiguration: undefined,
    SmsConfiguration: undefined,
    UserAttributeUpdateSettings: undefined,
    DeviceConfiguration: undefined,
    AdminCreateUserConfig: undefined,
  })

it('a pool goes to Lite and keeps an event version that Lite does not have', () => {
  expect(() => withTier('LITE')).toThrow('Feature is not available in this tier')
  expect(withTier('PLUS')).toMatchObject({ tier: 'PLUS', preTokenGenerationVersion: 'V2_0' })
})

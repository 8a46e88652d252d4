import { expect, it } from 'vitest'
import { poolSchema } from '../configuration/configuration.ts'
import { readMembers } from '../requests/members.ts'
import { poolMembers } from './pool-members.ts'
import { checkTier } from './tier-rules.ts'
import { updatedSettings } from './user-pool-settings.ts'

const before = poolSchema.parse({
  id: 'us-east-1_Practice1',
  clients: [],
  users: [],
  preTokenGenerationVersion: 'V2_0',
})

function withTier(UserPoolTier: 'LITE' | 'PLUS') {
  const settings = updatedSettings(before, readMembers(poolMembers, { UserPoolTier }))
  checkTier({ settings, storedInput: {} })
  return settings
}

it('refuses to move a pool to Lite while it has an event version that Lite lacks', () => {
  expect(() => withTier('LITE')).toThrow('Feature is not available in this tier')
  expect(withTier('PLUS')).toMatchObject({ tier: 'PLUS', preTokenGenerationVersion: 'V2_0' })
})

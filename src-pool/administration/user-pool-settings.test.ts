import { expect, it } from 'vitest'
import { checkTier } from '../configuration/check-tier.ts'
import { poolSchema } from '../configuration/configuration.ts'
import { readMembers } from '../requests/members.ts'
import { poolMembers } from './pool-members.ts'
import { updatedSettings } from './user-pool-settings.ts'

const before = poolSchema.parse({
  id: 'us-east-1_Practice1',
  clients: [],
  users: [],
  preTokenGenerationVersion: 'V2_0',
})

function withTier(UserPoolTier: 'LITE' | 'PLUS') {
  const settings = updatedSettings(before, readMembers(poolMembers, { UserPoolTier }))
  checkTier({ settings, hasReplica: false, clients: [] })
  return settings
}

it('refuses to move a pool to Lite while it has an event version that Lite lacks', () => {
  expect(() => withTier('LITE')).toThrow(
    'the LITE pricing tier configured: Token Customization with Pre-Token Generation Lambda V2_0',
  )
  expect(withTier('PLUS')).toMatchObject({ tier: 'PLUS', preTokenGenerationVersion: 'V2_0' })
})

import { expect, test } from 'vitest'
import type { Practice } from '#contract/routes/practice.ts'
import { gracePeriodOf } from './grace-period.ts'

const client = { clientId: '1own', userPoolId: 'eu-central-1_Own' }
const settings = (value: string) => ({
  parts: [{ title: 'App client', members: [{ name: 'RefreshTokenRotation', value }] }],
  flows: [],
  refused: [],
})

test('the grace period is that of the practice client, or that of the settings that were read', () => {
  const practice = {
    pools: [
      {
        userPoolId: 'eu-central-1_Own',
        clients: [{ clientId: '1own', retryGracePeriodSeconds: 30 }],
      },
    ],
  } as unknown as Practice
  expect(gracePeriodOf(client, practice, undefined)).toBe(30)
  const read = settings('{ "Feature": "ENABLED", "RetryGracePeriodSeconds": 0 }')
  expect(gracePeriodOf(client, undefined, read)).toBe(0)
})

test('a grace period that nobody knows is undefined', () => {
  expect(gracePeriodOf(client, undefined, undefined)).toBeUndefined()
  expect(gracePeriodOf(client, undefined, settings('{"Feature":"DISABLED"}'))).toBeUndefined()
})

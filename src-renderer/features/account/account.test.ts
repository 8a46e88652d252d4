import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { beforeEach, expect, test } from 'vitest'
import type { Profile } from '#contract/routes/profiles.ts'
import { traceVersion, type TraceEvent } from '#engine/trace/event.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { useRuns } from '#renderer/bridge/runs.ts'
import { useAccount } from './account.ts'

const startedBy = (username: string): TraceEvent => ({
  type: 'started',
  at: 1,
  version: traceVersion,
  traceId: 't1',
  application: 'test',
  flow: 'USER_PASSWORD_AUTH',
  username,
  target: {
    profileName: 'Shop',
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_A',
    clientId: 'c',
    endpoint: '',
    practice: false,
  },
})

beforeEach(() => {
  setActivePinia(createPinia())
  const profiles = useProfiles()
  const profile: Partial<Profile> = { id: 'shop', username: 'ada', hasClientSecret: false }
  profiles.list = [profile as Profile]
  profiles.selectedId = 'shop'
})

test('a call is prefilled with the user of the profile', () => {
  expect(useAccount().inputs['Username']).toBe('ada')
})

test('a call is prefilled with the user of the newest sign-in, even if the profile names another', async () => {
  const account = useAccount()
  const runs = useRuns()
  runs.apply({ type: 'run.event', runId: 'r1', event: startedBy('grace') })
  runs.follow('r1', 'shop')
  await nextTick()
  expect(account.inputs['Username']).toBe('grace')
})

test('calls with the tokens of a sign-in begin with a read-only one', () => {
  const account = useAccount()
  account.chosen = 'DeleteUser'
  account.startWithTokens()
  expect(account.operation.name).toBe('GetUser')
  expect(account.operation.confirm).toBeUndefined()
})

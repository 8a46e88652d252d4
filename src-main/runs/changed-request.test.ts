import { expect, it } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import { changedRequest } from './changed-request.ts'
import type { ProfileRunRequest } from './run-dependencies.ts'

const password = Secret.of('password', 'p')
const request: ProfileRunRequest = {
  profileId: 'p',
  region: 'us-east-1',
  client: { userPoolId: 'us-east-1_A', clientId: 'c' },
  target: {
    profileName: '',
    region: 'us-east-1',
    userPoolId: 'us-east-1_A',
    clientId: 'c',
    endpoint: '',
    practice: false,
  },
  input: {
    flow: 'USER_SRP_AUTH',
    parameters: { USERNAME: 'alice', SRP_A: 'ff', DEVICE_KEY: 'k' },
  },
  known: { password },
  automatic: {},
  timeoutMs: 1,
  fault: 'wrong-proof',
}

it('passes the password of a proof to the flow that sends it, and drops the old flow’s values', () => {
  const { input } = changedRequest(request, { flow: 'USER_PASSWORD_AUTH' })
  expect(input.flow).toBe('USER_PASSWORD_AUTH')
  expect(input.parameters).toEqual({ USERNAME: 'alice', PASSWORD: password, DEVICE_KEY: 'k' })
})

it('repeats the same sign-in without one key and without the fault', () => {
  const again = changedRequest(request, { without: 'DEVICE_KEY' })
  expect(again.input.parameters).toEqual({ USERNAME: 'alice', SRP_A: 'ff' })
  expect(again).not.toHaveProperty('fault')
})

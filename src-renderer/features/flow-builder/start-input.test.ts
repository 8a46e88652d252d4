import { expect, test } from 'vitest'
import { startInput, type FilledForm } from './start-input.ts'

const form: FilledForm = {
  profileId: 'p1',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'ana', DEVICE_KEY: 'typed for the refresh flow' },
  free: [],
  secrets: {},
  metadata: [],
  analyticsEndpointId: '',
  ipAddress: '',
  automatic: { srp: true, totp: true, passkey: true, device: true },
  device: 'with',
  deviceName: '',
  fault: '',
}

test('what was typed for another flow is not sent with this one', () => {
  expect(startInput(form).parameters).toEqual({ USERNAME: 'ana' })
})

test('an extra key that names a secret is never sent among the public parameters', () => {
  const { parameters, secrets } = startInput({
    ...form,
    free: [
      { key: 'SECRET_HASH', value: 'canary' },
      { key: ' MY_KEY ', value: 'open' },
      { key: '', value: 'half a row' },
    ],
  })
  expect(parameters).toEqual({ USERNAME: 'ana', MY_KEY: 'open' })
  expect(secrets).toEqual({ SECRET_HASH: 'canary' })
})

test('session and encoded data go to their own members, not into AuthParameters', () => {
  const input = startInput({ ...form, secrets: { PASSWORD: 'p', Session: 's', EncodedData: 'e' } })
  expect(input.secrets).toEqual({ PASSWORD: 'p' })
  expect(input.session).toBe('s')
  expect(input.userContextData.EncodedData).toBe('e')
})

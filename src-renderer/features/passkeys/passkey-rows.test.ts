import { expect, test } from 'vitest'
import type { Passkey } from '#contract/routes/passkeys.ts'
import { passkeyRows } from './passkey-rows.ts'

const local = (credentialId: string, username = 'alice'): Passkey => ({
  id: credentialId,
  profileId: 'p',
  username,
  name: credentialId,
  credentialId,
  transport: 'internal',
  residentKey: true,
  userVerification: true,
  rpId: 'a.example',
  userHandle: '',
  signCount: 1,
  createdAt: 1,
  kept: 'stored',
})
const remote = (credentialId: string) => ({
  credentialId,
  name: '',
  rpId: 'a.example',
  transports: [],
})
const places = (...inputs: Parameters<typeof passkeyRows>) =>
  passkeyRows(...inputs).map(({ credentialId, place }) => `${credentialId}: ${place}`)

test('a passkey is not said to be only here before its user’s passkeys were listed', () => {
  expect(places([local('a')], undefined, 'alice')).toEqual(['a: unknown'])
  expect(places([local('a', 'bob')], [], 'alice')).toEqual(['a: unknown'])
})

test('a passkey in one place only is told apart from one in both', () => {
  expect(places([local('a'), local('b')], [remote('b'), remote('c')], 'alice')).toEqual([
    'a: only here',
    'b: both',
    'c: only in Cognito',
  ])
})

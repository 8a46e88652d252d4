import type { Passkey } from '#contract/routes/passkeys.ts'

/** A passkey that is stored here. */
export const samplePasskey: Passkey = {
  id: 'passkey',
  profileId: 'profile',
  username: 'ada',
  name: 'Key',
  rpId: 'example.com',
  transport: 'internal',
  residentKey: true,
  userVerification: true,
  signCount: 3,
  credentialId: 'Y3JlZA',
  userHandle: 'sub',
  createdAt: Date.UTC(2026, 0, 30),
  kept: 'stored',
}

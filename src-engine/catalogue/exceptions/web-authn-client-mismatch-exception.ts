import { defineException } from '../define-exception.ts'

export const webAuthnClientMismatchException = defineException({
  name: 'WebAuthnClientMismatchException',
  title: 'Another app client began this',
  operations: ['CompleteWebAuthnRegistration'],
  meaning:
    'The access token was issued to another app client than the one that began the registration.',
  causes: [
    {
      cause: 'The user signed in again through another client in between.',
      remedy: 'Make both calls with one access token.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  sure: 'confirmed',
  texts: [],
})

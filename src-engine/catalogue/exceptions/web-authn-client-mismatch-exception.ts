import { defineException } from '../define-exception.ts'

export const webAuthnClientMismatchException = defineException({
  name: 'WebAuthnClientMismatchException',
  title: 'Another app client started this',
  operations: ['CompleteWebAuthnRegistration'],
  meaning:
    'The access token was issued to another app client than the one that started the registration.',
  causes: [
    {
      cause: 'The user signed in again through another client in between.',
      remedy: 'Use one access token for both calls.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [],
})

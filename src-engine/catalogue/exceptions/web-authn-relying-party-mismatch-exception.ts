import { defineException } from '../define-exception.ts'

export const webAuthnRelyingPartyMismatchException = defineException({
  name: 'WebAuthnRelyingPartyMismatchException',
  title: 'The passkey belongs to another relying party',
  operations: ['CompleteWebAuthnRegistration'],
  meaning: 'The credential was created for another relying party ID than the pool’s.',
  causes: [
    {
      cause: 'The page changed rp.id before it called the authenticator.',
      remedy: 'Pass the options on unchanged.',
    },
    {
      cause: 'The pool’s relying party ID was changed in between.',
      remedy: 'Begin the registration again.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [],
})

import { defineException } from '../define-exception.ts'

export const webAuthnRelyingPartyMismatchException = defineException({
  name: 'WebAuthnRelyingPartyMismatchException',
  title: 'The passkey is another relying party’s',
  operations: ['CompleteWebAuthnRegistration'],
  meaning: 'The credential was made for another relying party id than the pool has.',
  causes: [
    {
      cause: 'The page changed rp.id before it called the authenticator.',
      remedy: 'Hand the options on as they came.',
    },
    {
      cause: 'The pool’s relying party id was changed in between.',
      remedy: 'Begin the registration again.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  sure: 'confirmed',
  texts: [],
})

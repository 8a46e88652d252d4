import { defineException } from '../define-exception.ts'

export const webAuthnCredentialNotSupportedException = defineException({
  name: 'WebAuthnCredentialNotSupportedException',
  title: 'The authenticator is not supported',
  operations: ['CompleteWebAuthnRegistration'],
  meaning: 'Cognito does not support the kind or algorithm of the credential.',
  causes: [
    {
      cause: 'The authenticator signs with neither ES256 nor RS256.',
      remedy: 'Pass pubKeyCredParams on unchanged, or use another authenticator.',
    },
    {
      cause: 'The pool requires user verification, and the authenticator did not perform it.',
      remedy: 'Set a PIN or fingerprint, or let the pool only prefer it.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [],
})

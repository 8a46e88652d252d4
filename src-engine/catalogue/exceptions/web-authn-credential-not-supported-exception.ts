import { defineException } from '../define-exception.ts'

export const webAuthnCredentialNotSupportedException = defineException({
  name: 'WebAuthnCredentialNotSupportedException',
  title: 'The authenticator does not fit',
  operations: ['CompleteWebAuthnRegistration'],
  meaning: 'The credential is of a kind or algorithm that Cognito does not take.',
  causes: [
    {
      cause: 'The authenticator signs with neither ES256 nor RS256.',
      remedy: 'Hand pubKeyCredParams on as they came, or use another authenticator.',
    },
    {
      cause: 'The pool requires user verification, and the authenticator made none.',
      remedy: 'Set a PIN or fingerprint, or let the pool only prefer it.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  sure: 'confirmed',
  texts: [],
})

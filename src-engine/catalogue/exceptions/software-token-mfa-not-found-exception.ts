import { defineException } from '../define-exception.ts'

export const softwareTokenMfaNotFoundException = defineException({
  name: 'SoftwareTokenMFANotFoundException',
  title: 'No authenticator is set up',
  operations: ['RespondToAuthChallenge'],
  meaning: 'The answer is a TOTP code, and the user or the pool has no TOTP.',
  causes: [
    {
      cause: 'The user has not set up an authenticator.',
      remedy: 'Call AssociateSoftwareToken and VerifySoftwareToken, then SetUserMFAPreference.',
    },
    {
      cause: 'TOTP is off in the pool.',
      remedy:
        'aws cognito-idp set-user-pool-mfa-config --software-token-mfa-configuration Enabled=true.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [],
})

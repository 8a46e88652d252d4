import { defineException } from '../define-exception.ts'

export const webAuthnChallengeNotFoundException = defineException({
  name: 'WebAuthnChallengeNotFoundException',
  title: 'The challenge is gone',
  operations: ['CompleteWebAuthnRegistration'],
  meaning: 'The credential answers a challenge that Cognito does not know, or not any more.',
  causes: [
    {
      cause: 'Too much time went by since StartWebAuthnRegistration.',
      remedy: 'Begin again, and let the authenticator answer at once.',
    },
    {
      cause: 'StartWebAuthnRegistration was called again meanwhile.',
      remedy: 'Answer the newest options alone.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  sure: 'confirmed',
  texts: [],
})

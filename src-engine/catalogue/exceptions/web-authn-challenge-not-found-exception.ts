import { defineException } from '../define-exception.ts'

export const webAuthnChallengeNotFoundException = defineException({
  name: 'WebAuthnChallengeNotFoundException',
  title: 'The challenge no longer exists',
  operations: ['CompleteWebAuthnRegistration'],
  meaning: 'The credential answers a challenge that Cognito does not know or no longer knows.',
  causes: [
    {
      cause: 'Too much time has passed since StartWebAuthnRegistration.',
      remedy: 'Start again, and answer with the authenticator at once.',
    },
    {
      cause: 'StartWebAuthnRegistration was called again meanwhile.',
      remedy: 'Answer only the newest options.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [],
})

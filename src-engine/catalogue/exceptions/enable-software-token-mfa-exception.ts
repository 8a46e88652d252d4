import { defineException } from '../define-exception.ts'

export const enableSoftwareTokenMfaException = defineException({
  name: 'EnableSoftwareTokenMFAException',
  title: 'The first code is wrong',
  operations: ['VerifySoftwareToken'],
  meaning:
    'The code is not one that the new secret gives now, so the authenticator is not set up. You can try again in the same session.',
  causes: [
    {
      cause: 'The clock of the authenticator or of this machine is wrong.',
      remedy:
        'Compare the clock difference beside the answer; TOTP allows about 30 seconds either way.',
    },
    {
      cause: 'The app has an older secret: each AssociateSoftwareToken creates a new one.',
      remedy: 'Copy the complete secret of the newest AssociateSoftwareToken.',
    },
  ],
  session: 'kept',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [
    {
      messagePattern: 'code mismatch',
      title: 'The first code is wrong',
      meaning: 'The code does not match the new secret at the current time.',
      causes: [
        {
          cause: 'The code changed while it was typed, or a digit was mistyped.',
          remedy: 'Enter the next code, at the start of its 30 seconds.',
        },
        {
          cause: 'The clock is wrong, or the secret was not copied completely.',
          remedy: 'Set the clock, and add the secret to the app again.',
        },
      ],
      rules: ['AS1505', 'AS1501', 'AS1502'],
      certainty: 'confirmed',
    },
  ],
})

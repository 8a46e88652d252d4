import { defineException } from '../define-exception.ts'

export const codeMismatchException = defineException({
  name: 'CodeMismatchException',
  title: 'The code is wrong',
  operations: ['RespondToAuthChallenge'],
  meaning: 'The code is not the one that Cognito expects. The same session takes another try.',
  causes: [
    {
      cause: 'A digit was mistyped, or the code is from an older message.',
      remedy: 'Enter the code of the newest message.',
    },
  ],
  session: 'kept',
  retry: 'corrected',
  sure: 'confirmed',
  rules: ['AS1508', 'AS1507', 'AS1505', 'AS1501', 'AS1504'],
  texts: [
    {
      says: 'invalid code received for user',
      title: 'The authenticator’s code is wrong',
      meaning:
        'The code is not one that the user’s TOTP secret gives now, or one step before or after.',
      causes: [
        {
          cause: 'The clock of the authenticator or of this machine is wrong.',
          remedy:
            'Compare the clock difference beside the answer; TOTP allows about 30 seconds either way.',
        },
        {
          cause: 'The code is from another account or from an older set-up of the authenticator.',
          remedy: 'Make sure of the entry; the newest AssociateSoftwareToken replaces the secret.',
        },
        {
          cause: 'The code changed while it was typed.',
          remedy: 'Take the next one, and enter it at the start of its 30 seconds.',
        },
      ],
      rules: ['AS1508', 'AS1507', 'AS1505', 'AS1501', 'AS1502'],
      sure: 'reported',
    },
    {
      says: 'invalid code or auth state for the user',
      title: 'The code is wrong',
      meaning: 'The code is not the one that was sent. The session still takes another.',
      causes: [
        {
          cause: 'A digit was mistyped, or the code is from an older message.',
          remedy: 'Each start of a sign-in sends a new code; enter the newest.',
        },
        {
          cause: 'The code belongs to another challenge, such as a sign-up confirmation.',
          remedy: 'Use the code of the message for this sign-in.',
        },
        {
          cause:
            'There is no such user, and Cognito only pretends to have sent a code (PreventUserExistenceErrors=ENABLED).',
          remedy: 'Look the user up: aws cognito-idp admin-get-user.',
        },
      ],
      rules: ['AS1508', 'AS1507', 'AS1505', 'AS1504', 'AS1506'],
      sure: 'confirmed',
    },
    {
      says: 'invalid verification code provided, please try again',
      title: 'The code is wrong',
      meaning: 'The verification code is not the one that was sent.',
      causes: [
        {
          cause: 'A digit was mistyped, or the code is from an older message.',
          remedy: 'Enter the newest; ask for another if in doubt.',
        },
      ],
      rules: ['AS1505', 'AS1504'],
      sure: 'confirmed',
    },
    {
      says: 'code mismatch',
      title: 'The code is wrong',
      meaning: 'The code is not one that the TOTP secret gives now.',
      causes: [
        {
          cause: 'The clock is wrong, or the secret was not taken over whole.',
          remedy: 'Set the clock, and set the authenticator up again.',
        },
      ],
      rules: ['AS1505', 'AS1501', 'AS1502'],
      sure: 'reported',
    },
  ],
})

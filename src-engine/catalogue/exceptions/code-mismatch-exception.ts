import { defineException } from '../define-exception.ts'

export const codeMismatchException = defineException({
  name: 'CodeMismatchException',
  title: 'The code is wrong',
  operations: ['RespondToAuthChallenge'],
  meaning: 'The code is not the one that Cognito expects. You can try again in the same session.',
  causes: [
    {
      cause: 'A digit was mistyped, or the code is from an older message.',
      remedy: 'Enter the code of the newest message.',
    },
  ],
  session: 'kept',
  retry: 'corrected',
  certainty: 'confirmed',
  rules: ['AS1508', 'AS1507', 'AS1505', 'AS1501', 'AS1504'],
  texts: [
    {
      messagePattern: 'invalid code received for user',
      title: 'The authenticator’s code is wrong',
      meaning:
        'The code does not match the user’s TOTP secret at the current time step, or one step before or after.',
      causes: [
        {
          cause: 'The clock of the authenticator or of this machine is wrong.',
          remedy:
            'Compare the clock difference beside the answer; TOTP allows about 30 seconds either way.',
        },
        {
          cause: 'The code is from another account or from an older setup of the authenticator.',
          remedy:
            'Check the entry in the app; the newest AssociateSoftwareToken replaces the secret.',
        },
        {
          cause: 'The code changed while it was typed.',
          remedy: 'Enter the next one, at the start of its 30 seconds.',
        },
      ],
      rules: ['AS1508', 'AS1507', 'AS1505', 'AS1501', 'AS1502'],
      certainty: 'reported',
    },
    {
      messagePattern: 'invalid code or auth state for the user',
      title: 'The code is wrong',
      meaning: 'The code is not the one that was sent. You can try again in the same session.',
      causes: [
        {
          cause: 'A digit was mistyped, or the code is from an older message.',
          remedy: 'Each sign-in sends a new code; enter the newest.',
        },
        {
          cause: 'The code belongs to another challenge, such as a sign-up confirmation.',
          remedy: 'Use the code from the message for this sign-in.',
        },
        {
          cause:
            'There is no such user, and Cognito only claims to have sent a code (PreventUserExistenceErrors=ENABLED).',
          remedy: 'Look the user up: aws cognito-idp admin-get-user.',
        },
      ],
      rules: ['AS1508', 'AS1507', 'AS1505', 'AS1506', 'AS1504'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'invalid verification code provided, please try again',
      title: 'The code is wrong',
      meaning: 'The verification code is not the one that was sent.',
      causes: [
        {
          cause: 'A digit was mistyped, or the code is from an older message.',
          remedy: 'Enter the newest; request another if in doubt.',
        },
      ],
      rules: ['AS1505', 'AS1504'],
      certainty: 'confirmed',
    },
    {
      messagePattern: 'code mismatch',
      title: 'The code is wrong',
      meaning: 'The code does not match the TOTP secret at the current time.',
      causes: [
        {
          cause: 'The clock is wrong, or the secret was not copied completely.',
          remedy: 'Set the clock, and set up the authenticator again.',
        },
      ],
      rules: ['AS1505', 'AS1501', 'AS1502'],
      certainty: 'reported',
    },
  ],
})

import { defineException } from '../define-exception.ts'

export const mfaMethodNotFoundException = defineException({
  name: 'MFAMethodNotFoundException',
  title: 'The second factor does not exist',
  operations: ['RespondToAuthChallenge'],
  meaning: 'Cognito finds no second factor of the requested kind.',
  causes: [
    {
      cause:
        'The user has no phone number, or it is not verified, and the factor is a text message.',
      remedy:
        'Set phone_number and phone_number_verified: aws cognito-idp admin-update-user-attributes.',
    },
    {
      cause: 'The chosen factor was never set up by the user.',
      remedy: 'Answer SELECT_MFA_TYPE with one of MFAS_CAN_CHOOSE.',
    },
    {
      cause: 'MFA was changed in the pool while the sign-in ran.',
      remedy: 'Start over; see aws cognito-idp get-user-pool-mfa-config.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [],
})

import { defineException } from '../define-exception.ts'

export const resourceNotFoundException = defineException({
  name: 'ResourceNotFoundException',
  title: 'Not found',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning:
    'The call names something that does not exist at this endpoint: usually the app client, otherwise a device.',
  causes: [
    {
      cause: 'The app client ID or the region is wrong.',
      remedy:
        'Compare both with the pool’s page; the client ID alone selects the pool, so another region does not know it.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [
    {
      messagePattern: /^user pool client \S+ does not exist/,
      title: 'No such app client',
      meaning: 'No pool at this endpoint has an app client with this ID.',
      causes: [
        {
          cause: 'The endpoint is in another region than the pool.',
          remedy:
            'Use the region before the “_” of the pool ID: cognito-idp.<region>.amazonaws.com.',
        },
        {
          cause: 'The client ID has a typo, or is the pool ID or client secret.',
          remedy:
            'aws cognito-idp list-user-pool-clients --user-pool-id <pool>; an ID has 26 lowercase letters and digits.',
        },
        {
          cause: 'The app client was deleted and created again, with a new id.',
          remedy: 'Use the new id; infrastructure tools replace a client for some changes.',
        },
      ],
      rules: ['AS1001'],
      certainty: 'reported',
    },
    {
      messagePattern: 'device does not exist',
      title: 'The device is not known',
      meaning: 'DEVICE_KEY names a device that Cognito does not remember for this user.',
      causes: [
        {
          cause: 'The device was forgotten (ForgetDevice, or by an administrator).',
          remedy:
            'Remove the stored device key and sign in without DEVICE_KEY; Cognito then issues a new one.',
        },
        {
          cause: 'The device key belongs to another user or pool.',
          remedy: 'Store device keys separately by user and app client.',
        },
      ],
      rules: ['AS1701'],
      certainty: 'confirmed',
    },
    {
      messagePattern: /^user pool \S+ does not exist/,
      title: 'No such user pool',
      meaning: 'No pool with this ID exists at this endpoint.',
      causes: [
        {
          cause: 'The pool was deleted, or is in another region.',
          remedy: 'Compare with aws cognito-idp list-user-pools --max-results 60 in each region.',
        },
      ],
      certainty: 'reported',
    },
  ],
})

import { defineException } from '../define-exception.ts'

export const invalidSignatureException = defineException({
  name: 'InvalidSignatureException',
  title: 'The signature is wrong',
  operations: ['any'],
  meaning:
    'The call was refused before it reached the user pool. Its AWS signature does not match.',
  causes: [
    {
      cause: 'A proxy changed a signed header, or the clock is off by more than five minutes.',
      remedy: 'Public sign-in calls need no signature: remove it, or set the clock.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'reported',
  texts: [],
})

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
  texts: [
    {
      messagePattern: 'credential should be scoped to',
      title: 'The call was signed for another service or region',
      meaning:
        'The call was refused before it reached the user pool. Its AWS signature is not for cognito-idp in the region of this endpoint.',
      causes: [
        {
          cause:
            'The client takes the service from the host name: at a FIPS endpoint, aws4 signs for cognito-idp-fips.',
          remedy:
            'Tell it the service, as in service: “cognito-idp” (curl: --aws-sigv4 "aws:amz:<region>:cognito-idp").',
        },
        {
          cause:
            'It signs for the region of its configuration, and the endpoint is in another one.',
          remedy: 'Configure the region of the endpoint.',
        },
      ],
      certainty: 'reported',
    },
  ],
})

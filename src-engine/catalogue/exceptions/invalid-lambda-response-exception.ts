import { defineException } from '../define-exception.ts'

export const invalidLambdaResponseException = defineException({
  name: 'InvalidLambdaResponseException',
  title: 'A trigger returned an invalid response',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'A Lambda trigger ran, and its response cannot be used.',
  causes: [
    {
      cause: 'The function does not return the complete event with its response filled in.',
      remedy: 'Return the event itself; in Node, use async without the callback.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  rules: ['AS1803'],
  texts: [
    {
      messagePattern: 'unrecognizable lambda output',
      title: 'The trigger’s output cannot be read',
      meaning: 'The trigger returned something that is not its event.',
      causes: [
        {
          cause: 'The function returned nothing, a string, or an HTTP response with statusCode.',
          remedy: 'Return the event that it received, with event.response filled in.',
        },
        {
          cause: 'A value is not a string where only strings are allowed, for example null.',
          remedy:
            'Convert values of claims, attributes and public challenge parameters to strings; leave out null values.',
        },
        {
          cause:
            'A pre-token trigger of event version 1 responds in the format of version 2, or the reverse.',
          remedy:
            'Compare LambdaVersion in PreTokenGenerationConfig with the names in the response.',
        },
      ],
      rules: ['AS1803'],
      certainty: 'reported',
    },
  ],
})

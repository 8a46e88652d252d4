import { defineException } from '../define-exception.ts'

export const invalidLambdaResponseException = defineException({
  name: 'InvalidLambdaResponseException',
  title: 'A trigger answered wrongly',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'A Lambda trigger ran, and its answer cannot be used.',
  causes: [
    {
      cause: 'The function does not return the whole event with its response filled in.',
      remedy: 'Return the event itself, in Node with async and without the callback.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  sure: 'confirmed',
  rules: ['AS1803'],
  texts: [
    {
      says: 'unrecognizable lambda output',
      title: 'The trigger’s output cannot be read',
      meaning: 'The trigger returned something that is not its event.',
      causes: [
        {
          cause: 'The function returned nothing, a text, or an HTTP answer with statusCode.',
          remedy: 'Return the event that came in, with event.response filled in.',
        },
        {
          cause: 'A value is not a text where only texts may stand, null among them.',
          remedy:
            'Turn values of claims, attributes and public challenge parameters into texts; leave out what is null.',
        },
        {
          cause:
            'A pre-token trigger of event version 1 answers in the form of version 2, or the reverse.',
          remedy:
            'Compare LambdaVersion in PreTokenGenerationConfig with the names in the response.',
        },
      ],
      rules: ['AS1803'],
      sure: 'reported',
    },
  ],
})

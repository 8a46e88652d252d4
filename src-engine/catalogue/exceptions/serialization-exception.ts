import { defineException } from '../define-exception.ts'

export const serializationException = defineException({
  name: 'SerializationException',
  title: 'The request cannot be read',
  operations: ['any'],
  meaning:
    'The call was refused before it reached the user pool. Its JSON is broken, or a value has the wrong type.',
  causes: [
    {
      cause:
        'A number, null or a list stands where a text belongs; all values in AuthParameters and ClientMetadata are texts.',
      remedy: 'Send texts: "120" and not 120.',
    },
    {
      cause: 'A proxy changed or cut the body.',
      remedy: 'Compare the bytes of the request in the inspector with what the server got.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  sure: 'reported',
  texts: [],
})

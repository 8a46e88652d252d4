import { defineException } from '../define-exception.ts'

export const serializationException = defineException({
  name: 'SerializationException',
  title: 'The request cannot be read',
  operations: ['any'],
  meaning:
    'The call was refused before it reached the user pool. Its JSON is malformed, or a value has the wrong type.',
  causes: [
    {
      cause:
        'A number, null or a list is where a string is expected; all values in AuthParameters and ClientMetadata are strings.',
      remedy: 'Send strings: "120" and not 120.',
    },
    {
      cause: 'A proxy changed or truncated the body.',
      remedy: 'Compare the request in the inspector with what the server received.',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'reported',
  texts: [],
})

import { defineException } from '../define-exception.ts'

export const missingAuthenticationTokenException = defineException({
  name: 'MissingAuthenticationTokenException',
  title: 'A signature is required',
  operations: ['any'],
  meaning:
    'The call was refused before it reached the user pool. The server treats it as a call that must be signed with AWS credentials.',
  causes: [
    {
      cause: 'The endpoint or the path is wrong, such as that of an API gateway.',
      remedy: 'Check the endpoint: public sign-in calls are a POST to “/” and need no signature.',
    },
    {
      cause: 'A proxy removed X-Amz-Target.',
      remedy: 'Check which headers the proxy passes on.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'reported',
  texts: [],
})

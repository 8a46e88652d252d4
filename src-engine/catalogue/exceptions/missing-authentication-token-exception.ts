import { defineException } from '../define-exception.ts'

export const missingAuthenticationTokenException = defineException({
  name: 'MissingAuthenticationTokenException',
  title: 'A signature is wanted',
  operations: ['any'],
  meaning:
    'The call was refused before it reached the user pool. The server takes the call for one that must be signed with AWS credentials.',
  causes: [
    {
      cause: 'The endpoint or the path is wrong, such as an API gateway’s.',
      remedy: 'Check the endpoint: public sign-in calls are a POST to “/” and need no signature.',
    },
    {
      cause: 'X-Amz-Target was taken out by a proxy.',
      remedy: 'Look at which headers the proxy lets pass.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  sure: 'reported',
  texts: [],
})

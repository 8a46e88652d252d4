import { defineException } from '../define-exception.ts'

export const unexpectedLambdaException = defineException({
  name: 'UnexpectedLambdaException',
  title: 'A trigger could not be run',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'Cognito called a Lambda trigger, and the call itself failed.',
  causes: [
    {
      cause: 'Cognito may not invoke the function.',
      remedy:
        'aws lambda add-permission --principal cognito-idp.amazonaws.com --source-arn <pool arn>.',
    },
    {
      cause: 'The function takes longer than 5 seconds; Cognito tries three times.',
      remedy: 'Check its duration in CloudWatch, including cold starts and network calls.',
    },
    {
      cause: 'The function was deleted or renamed.',
      remedy:
        'Compare LambdaConfig in aws cognito-idp describe-user-pool with the functions that exist.',
    },
  ],
  session: 'lost',
  retry: 'later',
  certainty: 'reported',
  texts: [],
})

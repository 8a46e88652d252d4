import { defineException } from '../define-exception.ts'

export const userLambdaValidationException = defineException({
  name: 'UserLambdaValidationException',
  title: 'A trigger refused',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'A Lambda trigger threw an error. Its message follows “failed with error”.',
  causes: [
    {
      cause: 'The trigger refuses this sign-in on purpose.',
      remedy: 'Read the message after “failed with error”; it is the function’s own.',
    },
    {
      cause: 'The function has a bug.',
      remedy: 'Read its log in CloudWatch under /aws/lambda/<function>.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  rules: ['AS1802'],
  certainty: 'confirmed',
  texts: [
    {
      messagePattern: /^preauthentication failed with error/,
      title: 'The PreAuthentication trigger refused',
      meaning: 'The function that runs before the password is checked threw an error.',
      causes: [
        {
          cause:
            'The trigger refuses on purpose; the message after “failed with error” is its own.',
          remedy:
            'Change what it checks: user attributes, client ID or validationData (the ClientMetadata of InitiateAuth).',
        },
        {
          cause: 'The function has a bug.',
          remedy:
            'Read its log in CloudWatch; the function is PreAuthentication in LambdaConfig of describe-user-pool.',
        },
      ],
      rules: ['AS1802'],
      certainty: 'confirmed',
    },
    {
      messagePattern: /^postauthentication failed with error/,
      title: 'The PostAuthentication trigger refused',
      meaning:
        'The function that runs after a right password threw an error; the password was right.',
      causes: [
        {
          cause:
            'The trigger refuses on purpose; the message after “failed with error” is its own.',
          remedy: 'Change how it handles the event.',
        },
        {
          cause: 'The function has a bug.',
          remedy:
            'Read its log in CloudWatch; the function is PostAuthentication in LambdaConfig of describe-user-pool.',
        },
      ],
      rules: ['AS1802'],
      certainty: 'assumed',
    },
    {
      messagePattern: /^defineauthchallenge failed with error/,
      title: 'The DefineAuthChallenge trigger refused',
      meaning: 'The function that chooses the next custom challenge threw an error.',
      causes: [
        {
          cause:
            'The trigger refuses on purpose; the message after “failed with error” is its own.',
          remedy: 'Check how it handles request.session; the first entry may be SRP_A.',
        },
        {
          cause: 'The function has a bug.',
          remedy:
            'Read its log in CloudWatch; the function is DefineAuthChallenge in LambdaConfig of describe-user-pool.',
        },
      ],
      rules: ['AS1802'],
      certainty: 'assumed',
    },
    {
      messagePattern: /^createauthchallenge failed with error/,
      title: 'The CreateAuthChallenge trigger refused',
      meaning: 'The function that creates the custom challenge threw an error.',
      causes: [
        {
          cause:
            'The trigger refuses on purpose; the message after “failed with error” is its own.',
          remedy:
            'Check what it reads from the event; clientMetadata of InitiateAuth does not reach it.',
        },
        {
          cause: 'The function has a bug.',
          remedy:
            'Read its log in CloudWatch; the function is CreateAuthChallenge in LambdaConfig of describe-user-pool.',
        },
      ],
      rules: ['AS1802'],
      certainty: 'confirmed',
    },
    {
      messagePattern: /^verifyauthchallengeresponse failed with error/,
      title: 'The VerifyAuthChallengeResponse trigger refused',
      meaning: 'The function that checks the custom answer threw an error.',
      causes: [
        {
          cause:
            'The trigger refuses on purpose; the message after “failed with error” is its own.',
          remedy: 'It should set answerCorrect to false instead of throwing.',
        },
        {
          cause: 'The function has a bug.',
          remedy:
            'Read its log in CloudWatch; the function is VerifyAuthChallengeResponse in LambdaConfig of describe-user-pool.',
        },
      ],
      rules: ['AS1802'],
      certainty: 'assumed',
    },
    {
      messagePattern: /^pretokengeneration failed with error/,
      title: 'The PreTokenGeneration trigger refused',
      meaning:
        'The function that customizes the tokens threw an error; everything before it succeeded.',
      causes: [
        {
          cause:
            'The trigger refuses on purpose; the message after “failed with error” is its own.',
          remedy: 'Change how it handles groups and attributes.',
        },
        {
          cause: 'The function has a bug.',
          remedy:
            'Read its log in CloudWatch; the function is PreTokenGeneration in LambdaConfig of describe-user-pool.',
        },
      ],
      rules: ['AS1802'],
      certainty: 'assumed',
    },
    {
      messagePattern: /^usermigration failed with error/,
      title: 'The UserMigration trigger refused',
      meaning: 'The function that migrates users threw an error.',
      causes: [
        {
          cause:
            'The trigger refuses on purpose; the message after “failed with error” is its own.',
          remedy: 'It should return the user’s attributes, or throw if there is no such user.',
        },
        {
          cause: 'The function has a bug.',
          remedy:
            'Read its log in CloudWatch; the function is UserMigration in LambdaConfig of describe-user-pool.',
        },
      ],
      rules: ['AS1802'],
      certainty: 'assumed',
    },
    {
      messagePattern: /^custommessage failed with error/,
      title: 'The CustomMessage trigger refused',
      meaning: 'The function that writes the message threw an error.',
      causes: [
        {
          cause:
            'The trigger refuses on purpose; the message after “failed with error” is its own.',
          remedy: 'Its message must contain the code placeholder {####}.',
        },
        {
          cause: 'The function has a bug.',
          remedy:
            'Read its log in CloudWatch; the function is CustomMessage in LambdaConfig of describe-user-pool.',
        },
      ],
      rules: ['AS1802'],
      certainty: 'assumed',
    },
  ],
})

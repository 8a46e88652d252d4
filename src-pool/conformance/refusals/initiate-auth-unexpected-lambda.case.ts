import { refusing, signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  given: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    InitiateAuth: refusing(
      'UnexpectedLambdaException: arn:aws:lambda:us-east-1:123456789012:function:trigger failed with error timeout.',
    ),
  },
  steps: [],
  end: 'UnexpectedLambdaException: arn:aws:lambda:us-east-1:123456789012:function:trigger failed with error timeout.',
})

import { refusing, signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  given: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    RespondToAuthChallenge: refusing(
      'UnexpectedLambdaException: arn:aws:lambda:us-east-1:123456789012:function:trigger failed with error timeout.',
    ),
  },
  steps: [{ asked: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent } }],
  end: 'UnexpectedLambdaException: arn:aws:lambda:us-east-1:123456789012:function:trigger failed with error timeout.',
})

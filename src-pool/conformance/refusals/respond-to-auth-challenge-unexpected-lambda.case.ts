import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  triggers: { PostAuthentication: 'exports.other = 1' },
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent } }],
  end: 'UnexpectedLambdaException: arn:aws:lambda:us-east-1:000000000000:function:PostAuthentication failed with error Error: index.handler is undefined or not exported.',
})

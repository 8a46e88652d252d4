import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  triggers: { PreAuthentication: 'exports.other = 1' },
  steps: [],
  end: 'UnexpectedLambdaException: arn:aws:lambda:us-east-1:000000000000:function:PreAuthentication failed with error Error: index.handler is undefined or not exported.',
})

import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  triggers: { PreAuthentication: "exports.handler = () => { throw new Error('Not on a Sunday') }" },
  steps: [],
  end: 'UserLambdaValidationException: PreAuthentication failed with error Not on a Sunday.',
})

import { refusing, signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    InitiateAuth: refusing(
      'InvalidEmailRoleAccessPolicyException: Access denied: the role may not send through Amazon SES',
    ),
  },
  steps: [],
  end: 'InvalidEmailRoleAccessPolicyException: Access denied: the role may not send through Amazon SES',
})

import { refusing, signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    InitiateAuth: refusing(
      'InvalidUserPoolConfigurationException: The user pool is not configured for this',
    ),
  },
  steps: [],
  end: 'InvalidUserPoolConfigurationException: The user pool is not configured for this',
})

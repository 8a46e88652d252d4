import { refusing, signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    InitiateAuth: refusing(
      'InvalidSmsRoleAccessPolicyException: User is not authorized to perform: SNS:Publish',
    ),
  },
  steps: [],
  end: 'InvalidSmsRoleAccessPolicyException: User is not authorized to perform: SNS:Publish',
})

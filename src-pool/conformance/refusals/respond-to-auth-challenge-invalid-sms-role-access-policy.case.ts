import { refusing, signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    RespondToAuthChallenge: refusing(
      'InvalidSmsRoleAccessPolicyException: User is not authorized to perform: SNS:Publish',
    ),
  },
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent } }],
  end: 'InvalidSmsRoleAccessPolicyException: User is not authorized to perform: SNS:Publish',
})

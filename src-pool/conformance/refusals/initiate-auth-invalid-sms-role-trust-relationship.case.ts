import { refusing, signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    InitiateAuth: refusing(
      'InvalidSmsRoleTrustRelationshipException: Role does not have a trust relationship allowing Cognito to assume the role',
    ),
  },
  steps: [],
  end: 'InvalidSmsRoleTrustRelationshipException: Role does not have a trust relationship allowing Cognito to assume the role',
})

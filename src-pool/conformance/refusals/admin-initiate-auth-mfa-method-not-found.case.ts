import { refusing, signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'ADMIN_USER_PASSWORD_AUTH',
  asAdmin: {},
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    AdminInitiateAuth: refusing('MFAMethodNotFoundException: The second factor cannot be found'),
  },
  steps: [],
  end: 'MFAMethodNotFoundException: The second factor cannot be found',
})

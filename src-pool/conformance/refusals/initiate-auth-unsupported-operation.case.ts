import { refusing, signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    InitiateAuth: refusing('UnsupportedOperationException: This operation is not supported here'),
  },
  steps: [],
  end: 'UnsupportedOperationException: This operation is not supported here',
})

import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  given: { USERNAME: 'sms-user', PASSWORD: password },
  troubles: { 'blocked-sign-in': ['InitiateAuth'] },
  steps: [],
  end: 'NotAuthorizedException: Unable to login because of security reasons.',
})

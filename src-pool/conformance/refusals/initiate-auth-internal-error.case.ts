import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  given: { USERNAME: 'sms-user', PASSWORD: password },
  troubles: { 'internal-error': ['InitiateAuth'] },
  steps: [],
  end: 'InternalErrorException: Something went wrong',
})

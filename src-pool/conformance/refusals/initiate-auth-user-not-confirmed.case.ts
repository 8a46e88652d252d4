import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'unconfirmed-user', PASSWORD: password },
  steps: [],
  end: 'UserNotConfirmedException: User is not confirmed.',
})

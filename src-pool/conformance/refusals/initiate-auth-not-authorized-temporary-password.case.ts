import { signInCase } from '../sign-in-case.ts'
import { temporaryPassword } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'expired-temporary-user', PASSWORD: temporaryPassword },
  steps: [],
  end: 'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.',
})

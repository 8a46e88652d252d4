import { lockedOut } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  before: lockedOut('web-public', 'alice'),
  steps: [],
  end: 'NotAuthorizedException: Password attempts exceeded',
})

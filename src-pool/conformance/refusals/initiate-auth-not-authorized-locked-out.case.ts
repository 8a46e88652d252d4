import { lockedOut } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  given: { USERNAME: 'alice', PASSWORD: password },
  before: lockedOut('web-public', 'alice'),
  steps: [],
  end: 'NotAuthorizedException: Password attempts exceeded',
})

import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'REFRESH_TOKEN_AUTH',
  client: 'web-public',
  inputs: {},
  before: refreshToken('server-secret', 'alice'),
  steps: [],
  end: 'NotAuthorizedException: Refresh Token has different Client',
})

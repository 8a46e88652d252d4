import { refreshToken } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

// Without the DEVICE_KEY that the token was issued to.
export default signInCase({
  flow: 'REFRESH_TOKEN_AUTH',
  client: 'device-public',
  given: {},
  before: refreshToken('device-public', 'device-user'),
  steps: [],
  end: 'NotAuthorizedException: Invalid Refresh Token',
})

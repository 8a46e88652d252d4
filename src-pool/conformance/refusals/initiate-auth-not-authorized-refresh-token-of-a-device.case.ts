import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

// Without the DEVICE_KEY that the token was issued to.
export default signInCase({
  flow: 'REFRESH_TOKEN_AUTH',
  client: 'device-public',
  inputs: {},
  before: refreshToken('device-public', 'device-user'),
  steps: [],
  end: 'NotAuthorizedException: Invalid Refresh Token',
})

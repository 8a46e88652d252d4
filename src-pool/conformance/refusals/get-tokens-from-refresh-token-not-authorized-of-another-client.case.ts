import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: {},
  before: refreshToken('choice', 'choice-user'),
  steps: [],
  end: 'NotAuthorizedException: Refresh Token has different Client',
})

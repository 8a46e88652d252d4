import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'server-secret',
  inputs: {},
  before: refreshToken('server-secret', 'alice'),
  withoutSecret: true,
  steps: [],
  end: 'NotAuthorizedException: Unable to verify secret for client 2practiceserversecret00002',
})

import { refreshToken } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'server-secret',
  given: {},
  before: refreshToken('server-secret', 'alice'),
  withoutSecret: true,
  steps: [],
  end: 'NotAuthorizedException: Unable to verify secret for client 2practiceserversecret00002',
})

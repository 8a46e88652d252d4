import { refreshToken } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'server-secret',
  given: {},
  before: refreshToken('server-secret', 'alice'),
  steps: [],
  end: 'tokens',
})

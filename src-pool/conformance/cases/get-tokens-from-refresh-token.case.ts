import { refreshToken } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  given: {},
  beside: { clientMetadata: { from: 'a refresh' } },
  before: refreshToken('rotating', 'alice'),
  steps: [],
  end: 'tokens',
})

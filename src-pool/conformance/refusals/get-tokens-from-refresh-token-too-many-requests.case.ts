import { refreshToken } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  given: {},
  before: refreshToken('rotating', 'alice'),
  troubles: { throttling: ['GetTokensFromRefreshToken'] },
  steps: [],
  end: 'TooManyRequestsException: Rate exceeded',
})

import { refreshToken } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  given: {},
  before: refreshToken('rotating', 'alice'),
  troubles: { 'internal-error': ['GetTokensFromRefreshToken'] },
  steps: [],
  end: 'InternalErrorException: Something went wrong',
})

import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: {},
  before: refreshToken('rotating', 'alice'),
  faults: { 'internal-error': ['GetTokensFromRefreshToken'] },
  steps: [],
  end: 'InternalErrorException: Something went wrong',
})

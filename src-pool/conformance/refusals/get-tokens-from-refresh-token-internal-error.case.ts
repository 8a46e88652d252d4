import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: {},
  before: refreshToken('rotating', 'choice-user'),
  faults: { 'internal-error': ['GetTokensFromRefreshToken'] },
  steps: [],
  end: 'InternalErrorException: Something went wrong',
})

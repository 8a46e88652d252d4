import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: {},
  beside: { clientMetadata: { from: 'a refresh' } },
  before: refreshToken('rotating', 'choice-user'),
  steps: [],
  end: 'tokens',
})

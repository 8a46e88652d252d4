import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: {},
  before: async (testBed) => {
    const fixture = await refreshToken('rotating', 'choice-user')(testBed)
    testBed.wait(30 * 86_400)
    return fixture
  },
  steps: [],
  end: 'NotAuthorizedException: Refresh Token has expired',
})

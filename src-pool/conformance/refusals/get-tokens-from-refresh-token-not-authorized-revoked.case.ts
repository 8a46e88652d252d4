import { tokensOf } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: {},
  before: async (testBed) => {
    const { AccessToken, RefreshToken } = await tokensOf(testBed, 'rotating', 'choice-user')
    await testBed.call('GlobalSignOut', { AccessToken })
    return { inputs: { REFRESH_TOKEN: RefreshToken } }
  },
  steps: [],
  end: 'NotAuthorizedException: Refresh Token has been revoked',
})

import { tokensOf } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'REFRESH_TOKEN_AUTH',
  client: 'web-public',
  inputs: {},
  before: async (testBed) => {
    const { AccessToken, RefreshToken } = await tokensOf(testBed, 'web-public', 'alice')
    await testBed.call('GlobalSignOut', { AccessToken })
    return { inputs: { REFRESH_TOKEN: RefreshToken } }
  },
  steps: [],
  end: 'NotAuthorizedException: Refresh Token has been revoked',
})

import { tokensOf } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'REFRESH_TOKEN_AUTH',
  client: 'web-public',
  inputs: {},
  before: async (testBed) => {
    const { RefreshToken } = await tokensOf(testBed, 'web-public', 'alice')
    testBed.wait(30 * 86_400)
    return { inputs: { REFRESH_TOKEN: RefreshToken } }
  },
  steps: [],
  end: 'NotAuthorizedException: Refresh Token has expired',
})

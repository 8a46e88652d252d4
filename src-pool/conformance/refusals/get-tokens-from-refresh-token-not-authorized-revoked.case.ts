import { tokensOf } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  given: {},
  before: async (stage) => {
    const { AccessToken, RefreshToken } = await tokensOf(stage, 'rotating', 'alice')
    await stage.call('GlobalSignOut', { AccessToken })
    return { given: { REFRESH_TOKEN: RefreshToken } }
  },
  steps: [],
  end: 'NotAuthorizedException: Refresh Token has been revoked',
})

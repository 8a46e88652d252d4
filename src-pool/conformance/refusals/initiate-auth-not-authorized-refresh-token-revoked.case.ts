import { tokensOf } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'REFRESH_TOKEN_AUTH',
  client: 'web-public',
  given: {},
  before: async (stage) => {
    const { AccessToken, RefreshToken } = await tokensOf(stage, 'web-public', 'alice')
    await stage.call('GlobalSignOut', { AccessToken })
    return { given: { REFRESH_TOKEN: RefreshToken } }
  },
  steps: [],
  end: 'NotAuthorizedException: Refresh Token has been revoked',
})

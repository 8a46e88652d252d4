import { refreshToken } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  given: {},
  before: async (stage) => {
    const ready = await refreshToken('rotating', 'alice')(stage)
    stage.wait(30 * 86_400)
    return ready
  },
  steps: [],
  end: 'NotAuthorizedException: Refresh Token has expired',
})

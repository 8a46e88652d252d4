import { refreshToken } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

/** The token was traded before, and its grace period is over. */
export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  given: {},
  before: async (stage) => {
    const ready = await refreshToken('rotating', 'alice')(stage)
    const RefreshToken = ready.given?.['REFRESH_TOKEN']
    await stage.call('GetTokensFromRefreshToken', {
      ClientId: stage.clientId('rotating'),
      RefreshToken,
    })
    stage.wait(31)
    return ready
  },
  steps: [],
  end: 'RefreshTokenReuseException: Refresh token has been invalidated by rotation',
})

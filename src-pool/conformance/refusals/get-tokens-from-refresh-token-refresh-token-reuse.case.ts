import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

/** The token was traded before, and its grace period is over. */
export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: {},
  before: async (testBed) => {
    const fixture = await refreshToken('rotating', 'choice-user')(testBed)
    const RefreshToken = fixture.inputs?.['REFRESH_TOKEN']
    await testBed.call('GetTokensFromRefreshToken', {
      ClientId: testBed.clientId('rotating'),
      RefreshToken,
    })
    testBed.wait(31)
    return fixture
  },
  steps: [],
  end: 'RefreshTokenReuseException: Refresh token has been invalidated by rotation',
})

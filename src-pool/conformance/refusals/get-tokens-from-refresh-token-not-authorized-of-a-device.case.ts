import { confirmedDevice } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

/** The token is of a confirmed device, and is sent from another. */
export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'device-public',
  given: {},
  before: async (stage) => {
    const { refreshToken } = await confirmedDevice(stage, 'device-public', 'device-user')
    const { given } = await confirmedDevice(stage, 'device-public', 'device-user')
    return { given: { ...given, REFRESH_TOKEN: refreshToken } }
  },
  steps: [],
  end: 'NotAuthorizedException: Invalid Refresh Token',
})

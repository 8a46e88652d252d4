import { confirmedDevice } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

/** The token is of a confirmed device, and is sent from another. */
export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'device-public',
  inputs: {},
  before: async (testBed) => {
    const { refreshToken } = await confirmedDevice(testBed, 'device-public', 'device-user')
    const { inputs } = await confirmedDevice(testBed, 'device-public', 'device-user')
    return { inputs: { ...inputs, REFRESH_TOKEN: refreshToken } }
  },
  steps: [],
  end: 'NotAuthorizedException: Invalid Refresh Token',
})

import { confirmedDevice } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'device-public',
  given: {},
  before: async (stage) => {
    const { given, refreshToken } = await confirmedDevice(stage, 'device-public', 'device-user')
    return { given: { ...given, REFRESH_TOKEN: refreshToken } }
  },
  steps: [],
  end: 'tokens',
})

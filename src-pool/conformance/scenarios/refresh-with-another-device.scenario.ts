import { scenario } from '../scenario.ts'
import { confirmedDevice } from '../fixtures.ts'

export default scenario({
  about: 'A refresh that names a device of somebody else',
  client: 'every-flow',
  flow: 'REFRESH_TOKEN_AUTH',
  inputs: {},
  before: async (testBed) => {
    const { refreshToken: token } = await confirmedDevice(testBed, 'every-flow', 'plain')
    return {
      inputs: {
        REFRESH_TOKEN: token,
        DEVICE_KEY: 'us-east-1_00000000-0000-4000-8000-000000000000',
      },
    }
  },
  cause: 'AS1607',
  verdict: 'likely',
  excluded: ['AS1601', 'AS1602'],
})

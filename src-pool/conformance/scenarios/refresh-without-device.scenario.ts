import { scenario } from '../scenario.ts'
import { confirmedDevice } from '../fixtures.ts'

export default scenario({
  about: 'A refresh that does not name the device of its token',
  client: 'every-flow',
  flow: 'REFRESH_TOKEN_AUTH',
  inputs: {},
  before: async (testBed) => {
    const { refreshToken: token } = await confirmedDevice(testBed, 'every-flow', 'plain')
    return { inputs: { REFRESH_TOKEN: token } }
  },
  cause: 'AS1601',
  verdict: 'likely',
  excluded: ['AS1602'],
})

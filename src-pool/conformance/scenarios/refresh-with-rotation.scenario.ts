import { scenario } from '../scenario.ts'
import { refreshToken } from '../fixtures.ts'

export default scenario({
  about: 'REFRESH_TOKEN_AUTH to a client that rotates',
  client: 'rotating',
  flow: 'REFRESH_TOKEN_AUTH',
  inputs: {},
  before: refreshToken('rotating', 'choice-user'),
  cause: 'AS1008',
  verdict: 'proved',
  excluded: [],
  never: ['AS1206'],
})

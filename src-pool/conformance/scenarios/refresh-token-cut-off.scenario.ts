import { scenario } from '../scenario.ts'
import { refreshToken } from '../fixtures.ts'

export default scenario({
  about: 'A refresh token that was cut off in copying',
  client: 'web-public',
  flow: 'REFRESH_TOKEN_AUTH',
  inputs: {},
  before: refreshToken('web-public', 'alice'),
  fault: 'cut-refresh-token',
  cause: 'AS1602',
  verdict: 'proved',
  excluded: [],
  never: ['AS1601', 'AS1607'],
})

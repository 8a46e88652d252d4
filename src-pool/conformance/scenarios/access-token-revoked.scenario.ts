import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'An access token after GlobalSignOut',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [{ operation: 'GlobalSignOut' }, { operation: 'GetUser', after: 1 }],
  cause: 'AS1615',
  verdict: 'proved',
  excluded: [],
  never: ['AS1611', 'AS1612'],
})

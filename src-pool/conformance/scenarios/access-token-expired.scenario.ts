import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'An access token of two hours ago',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [{ operation: 'GetUser', after: 7200 }],
  cause: 'AS1612',
  verdict: 'proved',
  excluded: [],
  never: ['AS1611', 'AS1613', 'AS1615'],
})

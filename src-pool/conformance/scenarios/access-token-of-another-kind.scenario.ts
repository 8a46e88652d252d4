import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A text that is no access token',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [{ operation: 'GetUser', inputs: { AccessToken: 'not-a-token' } }],
  cause: 'AS1611',
  verdict: 'proved',
  excluded: [],
  never: ['AS1612', 'AS1613', 'AS1615'],
})

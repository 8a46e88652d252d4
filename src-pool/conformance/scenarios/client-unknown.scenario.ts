import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A client ID that this region does not have',
  client: 'no-such-client-of-anybody',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  cause: 'AS1001',
  verdict: 'proved',
  excluded: [],
  never: ['AS1002', 'AS1003', 'AS1006', 'AS1201'],
})

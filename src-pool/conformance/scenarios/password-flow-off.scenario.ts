import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'USER_PASSWORD_AUTH to a client that takes only SRP',
  client: 'srp-only',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  cause: 'AS1002',
  verdict: 'proved',
  excluded: [],
  never: ['AS1001', 'AS1008'],
})

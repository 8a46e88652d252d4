import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'SRP to a client that takes only passwords',
  client: 'password-only',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  cause: 'AS1002',
  verdict: 'proved',
  excluded: [],
})

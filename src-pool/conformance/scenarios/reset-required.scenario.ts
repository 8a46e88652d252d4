import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A user whose password was reset',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'reset-user', PASSWORD: password },
  cause: 'AS1112',
  verdict: 'proved',
  excluded: [],
})

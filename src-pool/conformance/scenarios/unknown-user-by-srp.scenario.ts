import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A user who does not exist, in a pool that hides it',
  client: 'srp-only',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'nobody', PASSWORD: password },
  cause: 'AS1102',
  verdict: 'likely',
  excluded: ['AS1301', 'AS1302', 'AS1303', 'AS1304'],
})

import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A signature that was changed after signing',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  fault: 'wrong-proof',
  cause: 'AS1307',
  verdict: 'proved',
  excluded: ['AS1301', 'AS1302', 'AS1303', 'AS1102'],
  never: ['AS1101', 'AS1305'],
})

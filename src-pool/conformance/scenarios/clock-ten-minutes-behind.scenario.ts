import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A right password on a machine whose clock is ten minutes behind',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  secondsAhead: 600,
  cause: 'AS1301',
  verdict: 'proved',
  excluded: ['AS1302', 'AS1303', 'AS1304', 'AS1102'],
  never: ['AS1101', 'AS1305'],
})

import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A right password with a space that was copied along, by SRP',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: `${password} ` },
  cause: 'AS1103',
  verdict: 'proved',
  excluded: ['AS1301', 'AS1302', 'AS1303'],
  never: ['AS1101', 'AS1102', 'AS1305'],
})

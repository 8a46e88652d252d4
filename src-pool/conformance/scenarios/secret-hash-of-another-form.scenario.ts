import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A SECRET_HASH that is hex',
  client: 'server-secret',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password, SECRET_HASH: 'ab12'.repeat(16) },
  cause: 'AS1205',
  verdict: 'proved',
  excluded: [],
  never: ['AS1202', 'AS1203', 'AS1206'],
})

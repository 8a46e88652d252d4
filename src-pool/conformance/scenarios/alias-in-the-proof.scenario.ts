import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'USERNAME of the answer is the alias, as clients send it that do not read USER_ID_FOR_SRP',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice@example.com', PASSWORD: password },
  fault: 'alias-instead-of-user-id',
  cause: 'AS1303',
  verdict: 'proved',
  excluded: ['AS1301', 'AS1302'],
  never: ['AS1101', 'AS1305'],
})

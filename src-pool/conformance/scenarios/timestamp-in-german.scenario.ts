import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'TIMESTAMP with the weekday in German',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  fault: 'timestamp-in-another-language',
  cause: 'AS1302',
  verdict: 'proved',
  excluded: [],
  never: ['AS1101', 'AS1305'],
})

import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A clock that shows the morning’s hour in the afternoon',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  secondsAhead: -43_200,
  cause: 'AS1301',
  verdict: 'proved',
  excluded: ['AS1302', 'AS1303'],
  never: ['AS1101', 'AS1305'],
})

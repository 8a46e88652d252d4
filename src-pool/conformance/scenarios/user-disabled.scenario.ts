import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A user whom an administrator disabled',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'disabled-user', PASSWORD: password },
  cause: 'AS1110',
  verdict: 'proved',
  excluded: [],
  never: ['AS1101', 'AS1105', 'AS1107', 'AS1111', 'AS1112', 'AS1113', 'AS1114', 'AS1901'],
})

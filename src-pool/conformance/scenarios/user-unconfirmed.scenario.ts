import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A user who did not confirm the sign-up',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'unconfirmed-user', PASSWORD: password },
  cause: 'AS1111',
  verdict: 'proved',
  excluded: [],
  never: ['AS1110', 'AS1101'],
})

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
  never: ['AS1101'],
})

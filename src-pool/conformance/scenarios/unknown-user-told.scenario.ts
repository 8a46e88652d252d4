import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A user who does not exist, where the client says so',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'nobody', PASSWORD: password },
  cause: 'AS1114',
  verdict: 'proved',
  excluded: [],
})

import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A client with a secret, called without SECRET_HASH',
  client: 'server-secret',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  withoutSecret: true,
  cause: 'AS1201',
  verdict: 'proved',
  excluded: [],
})

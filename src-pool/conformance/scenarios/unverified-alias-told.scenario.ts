import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'An email address that is nobody’s verified alias',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'nobody@example.com', PASSWORD: password },
  cause: 'AS1114',
  verdict: 'proved',
  excluded: [],
})

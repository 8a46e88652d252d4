import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A refresh token that is older than its validity',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  refreshed: { flow: 'REFRESH_TOKEN_AUTH', after: [400 * 86_400] },
  cause: 'AS1605',
  verdict: 'proved',
  excluded: [],
  never: ['AS1604', 'AS1601'],
})

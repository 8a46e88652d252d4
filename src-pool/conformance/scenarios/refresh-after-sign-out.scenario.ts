import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A refresh token whose user was signed out everywhere',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [{ operation: 'GlobalSignOut' }],
  refreshed: { flow: 'REFRESH_TOKEN_AUTH', after: [1] },
  cause: 'AS1604',
  verdict: 'proved',
  member: 'refresh-history',
  excluded: [],
  never: ['AS1605', 'AS1606', 'AS1607'],
})

import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A refresh token that another run exchanged for a new one',
  client: 'rotating',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'choice-user', PASSWORD: password },
  refreshed: { flow: 'GetTokensFromRefreshToken', after: [1, 90] },
  cause: 'AS1606',
  verdict: 'proved',
  member: 'refresh-history',
  excluded: [],
  never: ['AS1603', 'AS1604'],
})

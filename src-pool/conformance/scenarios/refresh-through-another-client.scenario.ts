import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A refresh token of another app client',
  client: 'choice',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'choice-user', PASSWORD: password },
  refreshed: { through: 'rotating', flow: 'GetTokensFromRefreshToken', after: [1] },
  cause: 'AS1603',
  verdict: 'proved',
  excluded: [],
  never: ['AS1604', 'AS1606', 'AS1607'],
})

import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A refresh that returned a new refresh token',
  client: 'rotating',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'choice-user', PASSWORD: password },
  refreshed: { flow: 'GetTokensFromRefreshToken', after: [1] },
  cause: 'AS2303',
  verdict: 'proved',
  excluded: [],
  never: ['AS2301', 'AS2302'],
})

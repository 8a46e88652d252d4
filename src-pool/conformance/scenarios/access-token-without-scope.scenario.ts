import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'An access token without the scope that GetUser wants',
  client: 'no-user-scope',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'plain', PASSWORD: password },
  then: [{ operation: 'GetUser' }],
  cause: 'AS1613',
  verdict: 'proved',
  also: ['AS2302'],
  excluded: [],
  never: ['AS1612', 'AS1611'],
})

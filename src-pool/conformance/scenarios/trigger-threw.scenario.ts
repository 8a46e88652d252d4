import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A PreAuthentication trigger that refuses',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  triggers: { PreAuthentication: "exports.handler = () => { throw new Error('Not on a Sunday') }" },
  cause: 'AS1802',
  verdict: 'proved',
  excluded: [],
  never: ['AS1801'],
})

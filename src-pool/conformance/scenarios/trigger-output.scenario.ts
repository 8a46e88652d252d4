import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A trigger that returns a text',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  triggers: { PostAuthentication: "exports.handler = () => 'done'" },
  cause: 'AS1803',
  verdict: 'proved',
  excluded: [],
  never: ['AS1802', 'AS1804'],
})

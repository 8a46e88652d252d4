import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'The secret of another client',
  client: 'server-secret',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  clientSecret: () => '2anothersecret0that0was0replaced',
  cause: 'AS1203',
  verdict: 'proved',
  excluded: ['AS1202', 'AS1204', 'AS1205'],
})

import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A firewall before the pool',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  faults: { 'waf-block': ['InitiateAuth'] },
  cause: 'AS1904',
  verdict: 'proved',
  excluded: [],
  never: ['AS1902'],
})

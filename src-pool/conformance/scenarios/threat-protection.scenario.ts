import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'Threat protection blocks the sign-in',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  faults: { 'blocked-sign-in': ['InitiateAuth'] },
  cause: 'AS1905',
  verdict: 'proved',
  excluded: [],
})

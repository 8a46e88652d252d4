import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'The connection ends without an answer',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  faults: { 'cut-connection': ['InitiateAuth'] },
  cause: 'AS2000',
  verdict: 'proved',
  excluded: [],
  never: ['AS2001', 'AS2002'],
})

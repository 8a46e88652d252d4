import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A page of the network instead of the response',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  faults: { 'html-page': ['InitiateAuth'] },
  cause: 'AS2001',
  verdict: 'likely',
  excluded: [],
  never: ['AS2000'],
})

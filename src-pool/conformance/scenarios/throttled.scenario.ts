import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'The account’s request rate is used up',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  faults: { throttling: ['InitiateAuth'] },
  cause: 'AS1902',
  verdict: 'proved',
  excluded: [],
  never: ['AS1903', 'AS1904', 'AS1905'],
})

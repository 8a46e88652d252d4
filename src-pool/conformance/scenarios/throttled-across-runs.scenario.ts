import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A second run that is throttled within a minute',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  faults: { throttling: ['InitiateAuth'] },
  again: true,

  cause: 'AS1902',
  verdict: 'proved',
  member: 'throttling',
  excluded: [],
  never: ['AS1903', 'AS1905'],
})

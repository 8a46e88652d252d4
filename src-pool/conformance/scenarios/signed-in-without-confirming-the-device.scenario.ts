import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A sign-in that succeeds, with a device that nobody confirms',
  client: 'every-flow',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'plain', PASSWORD: password },
  cause: 'AS2301',
  verdict: 'proved',
  excluded: [],
  never: ['AS2302', 'AS2303', 'AS2003'],
})

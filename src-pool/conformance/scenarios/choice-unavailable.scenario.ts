import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A first factor that the user does not have',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: {
    InitiateAuth: refusing('InvalidParameterException: Selected challenge is not available.'),
  },
  cause: 'AS2209',
  verdict: 'proved',
  excluded: [],
  never: ['AS2208'],
})

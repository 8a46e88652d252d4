import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A flow that only AdminInitiateAuth takes',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: {
    InitiateAuth: refusing('InvalidParameterException: Initiate Auth method not supported.'),
  },
  cause: 'AS1006',
  verdict: 'proved',
  excluded: [],
  never: ['AS1003', 'AS1008'],
})

import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'Another flow where only CUSTOM_AUTH is on',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: {
    InitiateAuth: refusing(
      'InvalidParameterException: Only Custom auth (lambda driven) is enabled for this client.',
    ),
  },
  cause: 'AS1003',
  verdict: 'proved',
  excluded: [],
  never: ['AS1002', 'AS1006'],
})

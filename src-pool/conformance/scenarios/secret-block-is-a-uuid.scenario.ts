import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'
import { verifierWith } from '../fixtures.ts'

export default scenario({
  about: 'An emulator whose SECRET_BLOCK is a UUID refuses the proof',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: {
    InitiateAuth: verifierWith('f3b5a1de-6c1e-4a0b-9c55-0a2b7d9e1f00'),
    RespondToAuthChallenge: refusing('NotAuthorizedException: Incorrect username or password.'),
  },
  cause: 'AS2003',
  verdict: 'likely',
  excluded: ['AS1302', 'AS1303', 'AS1304'],
})

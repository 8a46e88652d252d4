import { scenario } from '../scenario.ts'
import { password } from '../values.ts'
import { verifierWith } from '../fixtures.ts'

export default scenario({
  about: 'An emulator whose SECRET_BLOCK is a UUID takes the proof',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: {
    InitiateAuth: verifierWith('f3b5a1de-6c1e-4a0b-9c55-0a2b7d9e1f00'),
    RespondToAuthChallenge: {
      status: 200,
      body: { AuthenticationResult: { AccessToken: 'e30.e30.c2ln', ExpiresIn: 3600 } },
    },
  },
  cause: 'AS2003',
  verdict: 'proved',
  excluded: [],
  never: ['AS2301', 'AS2302', 'AS2303'],
})

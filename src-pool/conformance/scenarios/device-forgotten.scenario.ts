import { scenario } from '../scenario.ts'
import { password } from '../values.ts'
import { refusing } from '../sign-in-case.ts'

export default scenario({
  about: 'A device that was forgotten elsewhere',
  client: 'every-flow',
  flow: 'USER_SRP_AUTH',
  inputs: {
    USERNAME: 'plain',
    PASSWORD: password,
    DEVICE_KEY: 'us-east-1_00000000-0000-4000-8000-000000000000',
  },
  injected: {
    RespondToAuthChallenge: refusing('ResourceNotFoundException: Device does not exist.'),
  },
  cause: 'AS1701',
  verdict: 'proved',
  excluded: [],
  never: ['AS1702', 'AS1703'],
})

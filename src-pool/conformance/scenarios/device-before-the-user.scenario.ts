import { scenario } from '../scenario.ts'
import { password } from '../values.ts'
import { refusing } from '../sign-in-case.ts'

export default scenario({
  about: 'A device that answers before its user',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: {
    RespondToAuthChallenge: refusing(
      'InvalidParameterException: Cannot initiate DEVICE_SRP_AUTH flow without first authenticating',
    ),
  },
  cause: 'AS1702',
  verdict: 'proved',
  excluded: [],
  never: ['AS1701'],
})

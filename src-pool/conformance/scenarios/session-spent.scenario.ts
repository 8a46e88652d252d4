import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A Session that was sent twice',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: {
    RespondToAuthChallenge: refusing(
      'NotAuthorizedException: Invalid session for the user, session can only be used once.',
    ),
  },
  cause: 'AS1401',
  verdict: 'proved',
  excluded: [],
  never: ['AS1402', 'AS1403', 'AS1404'],
})

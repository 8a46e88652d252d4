import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'An answer under another name than the challenge’s',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice@example.com', PASSWORD: password },
  fault: 'alias-instead-of-user-id',
  injected: {
    RespondToAuthChallenge: refusing('NotAuthorizedException: Invalid session for the user.'),
  },
  cause: 'AS1404',
  verdict: 'likely',
  excluded: ['AS1508'],
})

import { registeredPasskey } from '../fixtures.ts'
import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'

export default scenario({
  about: 'A passkey whose signature is refused',
  client: 'choice',
  flow: 'USER_AUTH',
  inputs: { USERNAME: 'passkey-user', PREFERRED_CHALLENGE: 'WEB_AUTHN' },
  before: registeredPasskey('choice', 'passkey-user'),
  steps: [{ pending: 'WEB_AUTHN', answer: 'automatic' }],
  injected: {
    RespondToAuthChallenge: refusing('NotAuthorizedException: Incorrect username or password.'),
  },
  cause: 'AS1705',
  verdict: 'likely',
  excluded: [],
  never: ['AS1101', 'AS1704'],
})

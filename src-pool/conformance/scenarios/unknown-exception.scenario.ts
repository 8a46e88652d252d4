import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'An exception that is not in Cognito’s model',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: { InitiateAuth: refusing('NobodyKnowsException: Whatever this is') },
  cause: 'AS1000',
  verdict: 'possible',
  excluded: [],
  never: ['AS2210'],
})

import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A request that is not said to be AWS JSON',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: { InitiateAuth: { status: 404, body: '<UnknownOperationException/>\n' } },
  sentBy: 'python-requests/2.32.3',
  onlyPerformed: 'what is watched here are calls of the SDK, which have the right type',
  cause: 'AS2210',
  verdict: 'likely',
  excluded: [],
  never: ['AS1000', 'AS2000'],
})

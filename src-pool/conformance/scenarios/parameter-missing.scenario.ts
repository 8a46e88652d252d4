import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A parameter that the flow wants and the call lacks',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: {
    InitiateAuth: refusing('InvalidParameterException: Missing required parameter SRP_A'),
  },
  cause: 'AS2205',
  verdict: 'proved',
  excluded: [],
  never: ['AS1507', 'AS2206'],
})

import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'An emulator that does not implement the flow',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: {
    InitiateAuth: {
      status: 500,
      body: { __type: 'CognitoLocal#Unsupported', message: 'Cognito Local unsupported feature' },
    },
  },
  cause: 'AS2502',
  verdict: 'proved',
  excluded: [],
  never: ['AS1101', 'AS2501', 'AS2304'],
})

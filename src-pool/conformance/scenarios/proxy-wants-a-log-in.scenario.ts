import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A proxy that answers 407',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: {
    InitiateAuth: {
      status: 407,
      headers: { 'Proxy-Authenticate': 'Basic realm="proxy"' },
      body: '<html>Proxy Authentication Required</html>',
    },
  },
  member: 'Proxy-Authenticate',
  cause: 'AS2001',
  verdict: 'proved',
  excluded: [],
  never: ['AS2000', 'AS2002'],
})

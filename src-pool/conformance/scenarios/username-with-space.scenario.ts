import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A user name with a space at its end',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice ', PASSWORD: password },
  injected: { InitiateAuth: refusing('NotAuthorizedException: Incorrect username or password.') },
  cause: 'AS1104',
  verdict: 'proved',
  excluded: ['AS1103'],
  never: ['AS1105', 'AS1107'],
})

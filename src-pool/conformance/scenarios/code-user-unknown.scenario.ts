import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A reset code for a name that the pool does not have',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [{ operation: 'ForgotPassword', inputs: { Username: 'nobody' } }],
  injected: {
    ForgotPassword: refusing('UserNotFoundException: Username/client id combination not found.'),
  },
  cause: 'AS1115',
  verdict: 'proved',
  excluded: [],
  never: ['AS1114', 'AS1116'],
})

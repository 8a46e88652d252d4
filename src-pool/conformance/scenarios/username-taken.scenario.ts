import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A sign-up under a name that is taken',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [
    {
      operation: 'SignUp',
      inputs: { Username: 'alice', Password: password, 'UserAttributes.email': 'a@example.com' },
    },
  ],
  cause: 'AS1118',
  verdict: 'proved',
  excluded: [],
  never: ['AS1117'],
})

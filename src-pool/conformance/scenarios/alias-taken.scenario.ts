import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A confirmed address that is another user’s alias',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [{ operation: 'ConfirmSignUp', inputs: { Username: 'alice', ConfirmationCode: '123456' } }],
  injected: {
    ConfirmSignUp: refusing(
      'AliasExistsException: An account with the given email already exists.',
    ),
  },
  cause: 'AS1117',
  verdict: 'proved',
  excluded: [],
  never: ['AS1118'],
})

import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A sign-up code that is too old',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [{ operation: 'ConfirmSignUp', inputs: { Username: 'alice', ConfirmationCode: '123456' } }],
  injected: {
    ConfirmSignUp: refusing(
      'ExpiredCodeException: Invalid code provided, please request a code again.',
    ),
  },
  cause: 'AS1509',
  verdict: 'proved',
  excluded: [],
  never: ['AS1503'],
})

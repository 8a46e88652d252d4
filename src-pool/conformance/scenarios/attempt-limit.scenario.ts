import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'Too many requests for a code',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [{ operation: 'ForgotPassword', inputs: { Username: 'alice' } }],
  injected: {
    ForgotPassword: refusing(
      'LimitExceededException: Attempt limit exceeded, please try after some time.',
    ),
  },
  cause: 'AS1903',
  verdict: 'proved',
  excluded: [],
  never: ['AS1902', 'AS1901'],
})

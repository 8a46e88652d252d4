import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A user whose only verified contact is a second factor',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [{ operation: 'ForgotPassword', inputs: { Username: 'alice' } }],
  injected: {
    ForgotPassword: refusing(
      'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number',
    ),
  },
  cause: 'AS1116',
  verdict: 'proved',
  excluded: [],
  never: ['AS1115', 'AS2208'],
})

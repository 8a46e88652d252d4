import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A new password that the user had before',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [
    {
      operation: 'ChangePassword',
      inputs: { PreviousPassword: password, ProposedPassword: password },
    },
  ],
  injected: {
    ChangePassword: refusing(
      'PasswordHistoryPolicyViolationException: Password has previously been used',
    ),
  },
  cause: 'AS2204',
  verdict: 'proved',
  excluded: [],
  never: ['AS2203'],
})

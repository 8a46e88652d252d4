import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'An attribute that cannot be changed',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [{ operation: 'UpdateUserAttributes', inputs: { 'UserAttributes.name': 'Alice' } }],
  injected: {
    UpdateUserAttributes: refusing(
      'InvalidParameterException: Cannot modify the non-mutable attribute name',
    ),
  },
  cause: 'AS2207',
  verdict: 'proved',
  excluded: [],
  never: ['AS2201', 'AS2202'],
})

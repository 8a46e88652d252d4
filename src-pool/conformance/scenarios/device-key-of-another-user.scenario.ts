import { scenario } from '../scenario.ts'
import { refusing } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A DEVICE_KEY that is not one of the user',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: { InitiateAuth: refusing('InvalidParameterException: Invalid device key given.') },
  cause: 'AS1703',
  verdict: 'proved',
  excluded: [],
  never: ['AS1701', 'AS1702'],
})

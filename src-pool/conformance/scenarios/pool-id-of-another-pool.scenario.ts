import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A right password with the ID of another pool in the profile',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  userPoolId: 'us-east-1_Another1',
  earlier: [{ flow: 'USER_PASSWORD_AUTH', inputs: { USERNAME: 'alice', PASSWORD: password } }],
  cause: 'AS1305',
  verdict: 'likely',
  excluded: ['AS1101', 'AS1301', 'AS1302', 'AS1303', 'AS1304', 'AS1102'],
})

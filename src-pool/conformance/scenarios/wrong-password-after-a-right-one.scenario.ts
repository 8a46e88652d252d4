import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A wrong password by SRP, after a right one for the same pool',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: 'Wrong-Password-1!' },
  earlier: [{ flow: 'USER_SRP_AUTH', inputs: { USERNAME: 'alice', PASSWORD: password } }],

  cause: 'AS1101',
  verdict: 'likely',
  excluded: ['AS1102', 'AS1303', 'AS1304', 'AS1305'],
})

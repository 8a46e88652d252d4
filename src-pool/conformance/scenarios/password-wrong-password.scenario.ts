import { scenario } from '../scenario.ts'

export default scenario({
  about: 'A wrong password that was sent as it is',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: 'Wrong-Password-1!' },
  cause: 'AS1101',
  verdict: 'possible',
  excluded: ['AS1103', 'AS1104'],
  never: ['AS1301', 'AS1304', 'AS1305', 'AS1108'],
})

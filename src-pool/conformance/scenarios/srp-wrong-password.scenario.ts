import { scenario } from '../scenario.ts'

export default scenario({
  about: 'A wrong password by SRP, for a user who exists',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: 'Wrong-Password-1!' },
  cause: 'AS1101',
  verdict: 'possible',
  excluded: ['AS1102', 'AS1103', 'AS1301', 'AS1302', 'AS1303', 'AS1304', 'AS1306', 'AS1307'],
})

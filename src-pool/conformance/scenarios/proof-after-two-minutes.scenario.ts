import { scenario } from '../scenario.ts'

export default scenario({
  about: 'A wrong password whose proof was sent late',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: 'Wrong-Password-1!' },
  steps: [{ pending: 'PASSWORD_VERIFIER', wait: 150, answer: 'on request' }],
  cause: 'AS1101',
  verdict: 'possible',
  also: ['AS1306'],
  excluded: ['AS1102', 'AS1303', 'AS1304'],
})

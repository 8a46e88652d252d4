import { scenario } from '../scenario.ts'
import { password, totpNow } from '../values.ts'

export default scenario({
  about: 'The Session of an earlier step, sent once more',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'choose-mfa-user', PASSWORD: password },
  fault: 'spent-session',
  steps: [
    { pending: 'SELECT_MFA_TYPE', answer: { ANSWER: 'SOFTWARE_TOKEN_MFA' } },
    { pending: 'SOFTWARE_TOKEN_MFA', answer: { SOFTWARE_TOKEN_MFA_CODE: totpNow } },
  ],
  cause: 'AS1401',
  verdict: 'proved',
  excluded: [],
  never: ['AS1403', 'AS1405'],
})

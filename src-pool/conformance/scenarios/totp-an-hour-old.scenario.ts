import { scenario } from '../scenario.ts'
import { password, totpLongAgo } from '../values.ts'

export default scenario({
  about: 'A code of an hour ago',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'totp-user', PASSWORD: password },
  steps: [{ pending: 'SOFTWARE_TOKEN_MFA', answer: { SOFTWARE_TOKEN_MFA_CODE: totpLongAgo } }],
  cause: 'AS1502',
  verdict: 'likely',
  excluded: ['AS1505', 'AS1507', 'AS1508'],
})

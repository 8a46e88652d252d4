import { scenario } from '../scenario.ts'
import { password, totpNow } from '../values.ts'

export default scenario({
  about: 'A code entered four minutes after it was asked for',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'totp-user', PASSWORD: password },
  steps: [
    { pending: 'SOFTWARE_TOKEN_MFA', wait: 240, answer: { SOFTWARE_TOKEN_MFA_CODE: totpNow } },
  ],
  cause: 'AS1402',
  verdict: 'proved',
  excluded: [],
  never: ['AS1401', 'AS1403'],
})

import { scenario } from '../scenario.ts'
import { otherCode, password } from '../values.ts'

export default scenario({
  about: 'A code that was not sent',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: otherCode } }],
  cause: 'AS1504',
  verdict: 'likely',
  excluded: ['AS1505', 'AS1506', 'AS1507', 'AS1508'],
})

import { scenario } from '../scenario.ts'
import { codeSent, password } from '../values.ts'

export default scenario({
  about: 'A code under the key of another factor',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  fault: 'code-of-another-factor',
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent } }],
  cause: 'AS1507',
  verdict: 'proved',
  excluded: [],
  never: ['AS1504'],
})

import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A code with a digit missing',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'totp-user', PASSWORD: password },
  steps: [{ pending: 'SOFTWARE_TOKEN_MFA', answer: { SOFTWARE_TOKEN_MFA_CODE: '123 45' } }],
  cause: 'AS1505',
  verdict: 'proved',
  excluded: ['AS1507', 'AS1508'],
})

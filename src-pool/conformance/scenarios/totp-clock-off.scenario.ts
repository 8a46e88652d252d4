import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'An authenticator on a machine whose clock is five minutes behind',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'totp-user', PASSWORD: password },
  secondsAhead: 300,
  steps: [{ pending: 'SOFTWARE_TOKEN_MFA', answer: 'automatic' }],
  cause: 'AS1501',
  verdict: 'proved',
  excluded: ['AS1505', 'AS1507', 'AS1508', 'AS1502'],
})

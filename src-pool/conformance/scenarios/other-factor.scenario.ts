import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'The authenticator is chosen, and the text message’s challenge answered',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'choose-mfa-user', PASSWORD: password },
  fault: 'other-factor',
  steps: [
    { pending: 'SELECT_MFA_TYPE', answer: { ANSWER: 'SOFTWARE_TOKEN_MFA' } },
    { pending: 'SOFTWARE_TOKEN_MFA', answer: 'automatic' },
  ],
  cause: 'AS1508',
  verdict: 'proved',
  excluded: [],
  never: ['AS1404'],
})

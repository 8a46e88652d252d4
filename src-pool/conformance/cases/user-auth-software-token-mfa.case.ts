import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'totp', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD' },
  steps: [{ pending: 'SOFTWARE_TOKEN_MFA', answer: 'automatic' }],
  end: 'tokens',
})

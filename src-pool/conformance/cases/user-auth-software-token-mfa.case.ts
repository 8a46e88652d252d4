import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'every-flow',
  given: { USERNAME: 'totp', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD' },
  steps: [{ asked: 'SOFTWARE_TOKEN_MFA', answer: 'by itself' }],
  end: 'tokens',
})

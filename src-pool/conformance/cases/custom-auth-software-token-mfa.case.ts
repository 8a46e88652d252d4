import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  given: { USERNAME: 'totp', PASSWORD: password, CHALLENGE_NAME: 'SRP_A' },
  steps: [
    { asked: 'PASSWORD_VERIFIER', answer: 'by itself' },
    { asked: 'SOFTWARE_TOKEN_MFA', answer: 'by itself' },
    { asked: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
  ],
  end: 'tokens',
})

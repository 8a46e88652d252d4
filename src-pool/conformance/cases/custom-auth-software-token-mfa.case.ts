import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'totp', PASSWORD: password, CHALLENGE_NAME: 'SRP_A' },
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    { pending: 'SOFTWARE_TOKEN_MFA', answer: 'automatic' },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
  ],
  end: 'tokens',
})

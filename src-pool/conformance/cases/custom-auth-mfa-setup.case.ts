import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The set-up has sessions of its own, and the rounds go on after it.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'mfa-required',
  given: { USERNAME: 'plain', PASSWORD: password, CHALLENGE_NAME: 'SRP_A' },
  steps: [
    { asked: 'PASSWORD_VERIFIER', answer: 'by itself' },
    {
      asked: 'MFA_SETUP',
      parameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
      answer: 'on request',
    },
    { asked: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
  ],
  end: 'tokens',
})

import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The set-up has sessions of its own, and the rounds go on after it.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'mfa-required',
  inputs: { USERNAME: 'plain', PASSWORD: password, CHALLENGE_NAME: 'SRP_A' },
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    {
      pending: 'MFA_SETUP',
      parameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
      answer: 'on request',
    },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
  ],
  end: 'tokens',
})

import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'mfa-required',
  inputs: { USERNAME: 'plain', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD' },
  steps: [
    {
      pending: 'MFA_SETUP',
      parameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
      answer: 'on request',
    },
  ],
  end: 'tokens',
  claims: { amr: ['pwd', 'otp', 'mfa'] },
})

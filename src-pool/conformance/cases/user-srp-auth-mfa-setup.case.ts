import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'email-public',
  inputs: { USERNAME: 'mfa-setup-user@example.com', PASSWORD: password },
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    {
      pending: 'MFA_SETUP',
      parameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
      answer: 'on request',
    },
  ],
  end: 'tokens',
})

import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

// The code that goes to the new address takes the place of a session of VerifySoftwareToken.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'mfa-choice',
  inputs: { USERNAME: 'plain', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD' },
  steps: [
    {
      pending: 'MFA_SETUP',
      parameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]' },
      answer: { FACTOR: 'EMAIL_OTP', EMAIL: 'plain@example.com' },
    },
    {
      pending: 'EMAIL_OTP',
      parameters: { CODE_DELIVERY_DESTINATION: 'p***@e***' },
      answer: { EMAIL_OTP_CODE: codeSent },
    },
  ],
  end: 'tokens',
})

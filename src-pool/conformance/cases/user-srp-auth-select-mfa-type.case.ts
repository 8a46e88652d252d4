import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'choose-mfa-user', PASSWORD: password },
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    {
      pending: 'SELECT_MFA_TYPE',
      parameters: { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' },
      answer: { ANSWER: 'SMS_MFA' },
    },
    {
      pending: 'SMS_MFA',
      parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS' },
      answer: { SMS_MFA_CODE: codeSent },
    },
  ],
  end: 'tokens',
})

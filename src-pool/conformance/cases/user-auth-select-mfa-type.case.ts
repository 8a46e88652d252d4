import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'choose', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD' },
  steps: [
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

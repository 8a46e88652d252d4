import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'sms', PASSWORD: password, CHALLENGE_NAME: 'SRP_A' },
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    {
      pending: 'SMS_MFA',
      parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS' },
      answer: { SMS_MFA_CODE: codeSent },
    },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
  ],
  end: 'tokens',
})

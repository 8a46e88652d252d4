import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'web-public',
  given: { USERNAME: 'totp-user', PASSWORD: password },
  steps: [
    { asked: 'PASSWORD_VERIFIER', answer: 'by itself' },
    {
      asked: 'SOFTWARE_TOKEN_MFA',
      parameters: { FRIENDLY_DEVICE_NAME: 'practice authenticator' },
      answer: 'by itself',
    },
  ],
  end: 'tokens',
})

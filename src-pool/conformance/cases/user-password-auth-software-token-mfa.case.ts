import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  given: { USERNAME: 'totp-user', PASSWORD: password },
  steps: [
    {
      asked: 'SOFTWARE_TOKEN_MFA',
      parameters: { FRIENDLY_DEVICE_NAME: 'practice authenticator' },
      answer: 'by itself',
    },
  ],
  end: 'tokens',
})

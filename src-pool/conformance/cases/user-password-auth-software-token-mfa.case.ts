import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'totp-user', PASSWORD: password },
  steps: [
    {
      pending: 'SOFTWARE_TOKEN_MFA',
      parameters: { FRIENDLY_DEVICE_NAME: 'practice authenticator' },
      answer: 'automatic',
    },
  ],
  end: 'tokens',
})

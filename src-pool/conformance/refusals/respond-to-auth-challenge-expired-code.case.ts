import { tokensOf } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'
import { password, totpNow } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'device-public',
  given: { USERNAME: 'device-totp-user', PASSWORD: password },
  before: async (stage) => {
    await tokensOf(stage, 'device-public', 'device-totp-user')
    return {}
  },
  steps: [{ asked: 'SOFTWARE_TOKEN_MFA', answer: { SOFTWARE_TOKEN_MFA_CODE: totpNow } }],
  end: 'ExpiredCodeException: Your software token has already been used once.',
})

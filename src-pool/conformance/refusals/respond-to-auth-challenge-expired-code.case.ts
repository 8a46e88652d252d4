import { tokensOf } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'
import { password, totpNow } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'device-public',
  inputs: { USERNAME: 'device-totp-user', PASSWORD: password },
  before: async (testBed) => {
    await tokensOf(testBed, 'device-public', 'device-totp-user')
    return {}
  },
  steps: [{ pending: 'SOFTWARE_TOKEN_MFA', answer: { SOFTWARE_TOKEN_MFA_CODE: totpNow } }],
  end: 'ExpiredCodeException: Your software token has already been used once.',
})

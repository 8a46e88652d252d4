import { signInCase } from '../sign-in-case.ts'
import { password, totpLongAgo } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'totp-user', PASSWORD: password },
  steps: [{ pending: 'SOFTWARE_TOKEN_MFA', answer: { SOFTWARE_TOKEN_MFA_CODE: totpLongAgo } }],
  end: 'CodeMismatchException: Invalid code received for user',
})

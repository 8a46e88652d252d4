import { refusing, signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

// The user was deleted in the meantime.
export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  injected: { RespondToAuthChallenge: refusing('UserNotFoundException: User does not exist.') },
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent } }],
  end: 'UserNotFoundException: User does not exist.',
})

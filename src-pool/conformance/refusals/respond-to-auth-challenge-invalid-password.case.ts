import { signInCase } from '../sign-in-case.ts'
import { temporaryPassword } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'temporary', PASSWORD: temporaryPassword },
  steps: [{ pending: 'NEW_PASSWORD_REQUIRED', answer: { NEW_PASSWORD: 'short' } }],
  end: 'InvalidPasswordException: Password does not conform to policy: Password not long enough',
})

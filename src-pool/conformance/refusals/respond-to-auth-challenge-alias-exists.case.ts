import { signInCase } from '../sign-in-case.ts'
import { newPassword, temporaryPassword } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'temporary', PASSWORD: temporaryPassword },
  steps: [
    {
      pending: 'NEW_PASSWORD_REQUIRED',
      answer: { NEW_PASSWORD: newPassword, 'userAttributes.email': 'plain@example.com' },
    },
  ],
  end: 'AliasExistsException: An account with the given email already exists.',
})

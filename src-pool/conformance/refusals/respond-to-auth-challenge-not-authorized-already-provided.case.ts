import { signInCase } from '../sign-in-case.ts'
import { newPassword, temporaryPassword } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'temporary-password-user', PASSWORD: temporaryPassword },
  steps: [
    {
      pending: 'NEW_PASSWORD_REQUIRED',
      answer: {
        NEW_PASSWORD: newPassword,
        'userAttributes.email': 'temporary-password-user@example.com',
      },
    },
  ],
  end: 'NotAuthorizedException: Cannot modify an already provided email',
})

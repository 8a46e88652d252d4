import { signInCase } from '../sign-in-case.ts'
import { newPassword, temporaryPassword } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'temporary-password-user', PASSWORD: temporaryPassword },
  steps: [
    {
      pending: 'NEW_PASSWORD_REQUIRED',
      parameters: { requiredAttributes: '["userAttributes.name"]' },
      answer: { NEW_PASSWORD: newPassword, 'userAttributes.name': 'Tamara' },
    },
  ],
  end: 'tokens',
})

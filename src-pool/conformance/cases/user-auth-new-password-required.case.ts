import { signInCase } from '../sign-in-case.ts'
import { newPassword, temporaryPassword } from '../values.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'first-password-user' },
  steps: [
    {
      pending: 'SELECT_CHALLENGE',
      available: ['PASSWORD_SRP', 'PASSWORD'],
      answer: { ANSWER: 'PASSWORD', PASSWORD: temporaryPassword },
    },
    { pending: 'NEW_PASSWORD_REQUIRED', answer: { NEW_PASSWORD: newPassword } },
  ],
  end: 'tokens',
})

import { registeredPasskey } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'passkey-user', PREFERRED_CHALLENGE: 'WEB_AUTHN' },
  before: registeredPasskey('choice', 'passkey-user'),
  steps: [
    {
      pending: 'WEB_AUTHN',
      available: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
      answer: 'automatic',
    },
  ],
  end: 'tokens',
})

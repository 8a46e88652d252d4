import { registeredPasskey } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  given: { USERNAME: 'passkey-user', PREFERRED_CHALLENGE: 'WEB_AUTHN' },
  before: registeredPasskey('choice', 'passkey-user'),
  steps: [
    {
      asked: 'WEB_AUTHN',
      available: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
      answer: 'by itself',
    },
  ],
  end: 'tokens',
})

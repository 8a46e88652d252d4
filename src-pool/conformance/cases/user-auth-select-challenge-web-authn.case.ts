import { registeredPasskey } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  given: { USERNAME: 'passkey-user' },
  before: registeredPasskey('choice', 'passkey-user'),
  steps: [
    { asked: 'SELECT_CHALLENGE', answer: { ANSWER: 'WEB_AUTHN' } },
    { asked: 'WEB_AUTHN', answer: 'by itself' },
  ],
  end: 'tokens',
})

import { registeredPasskey } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: { USERNAME: 'passkey-user' },
  before: registeredPasskey('choice', 'passkey-user'),
  steps: [
    { pending: 'SELECT_CHALLENGE', answer: { ANSWER: 'WEB_AUTHN' } },
    { pending: 'WEB_AUTHN', answer: 'automatic' },
  ],
  end: 'tokens',
})

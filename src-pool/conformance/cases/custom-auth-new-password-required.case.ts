import { signInCase } from '../sign-in-case.ts'
import { newPassword, temporaryPassword } from '../values.ts'

export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  given: { USERNAME: 'temporary', PASSWORD: temporaryPassword, CHALLENGE_NAME: 'SRP_A' },
  steps: [
    { asked: 'PASSWORD_VERIFIER', answer: 'by itself' },
    { asked: 'NEW_PASSWORD_REQUIRED', answer: { NEW_PASSWORD: newPassword } },
    { asked: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
  ],
  end: 'tokens',
})

import { signInCase } from '../sign-in-case.ts'
import { newPassword, temporaryPassword } from '../values.ts'

export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'temporary', PASSWORD: temporaryPassword, CHALLENGE_NAME: 'SRP_A' },
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    { pending: 'NEW_PASSWORD_REQUIRED', answer: { NEW_PASSWORD: newPassword } },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
  ],
  end: 'tokens',
})

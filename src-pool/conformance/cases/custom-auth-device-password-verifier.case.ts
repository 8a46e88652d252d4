import { rememberedDevice } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The device cannot prove another password than that of its verifier.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'plain', PASSWORD: password, CHALLENGE_NAME: 'SRP_A' },
  before: rememberedDevice('every-flow', 'plain', 'another password'),
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
    { pending: 'DEVICE_SRP_AUTH', answer: 'automatic' },
    { pending: 'DEVICE_PASSWORD_VERIFIER', answer: 'automatic' },
  ],
  end: 'NotAuthorizedException: Incorrect username or password.',
})

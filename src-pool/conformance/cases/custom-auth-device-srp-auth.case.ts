import { rememberedDevice } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

// The device is asked for once, after the last round.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'plain' },
  before: rememberedDevice('every-flow', 'plain'),
  steps: [
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
    { pending: 'DEVICE_SRP_AUTH', answer: 'automatic' },
    { pending: 'DEVICE_PASSWORD_VERIFIER', answer: 'automatic' },
  ],
  end: 'tokens',
})

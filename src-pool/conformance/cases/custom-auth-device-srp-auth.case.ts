import { rememberedDevice } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

// The device is asked for once, after the last round.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  given: { USERNAME: 'plain' },
  before: rememberedDevice('every-flow', 'plain'),
  steps: [
    { asked: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
    { asked: 'DEVICE_SRP_AUTH', answer: 'by itself' },
    { asked: 'DEVICE_PASSWORD_VERIFIER', answer: 'by itself' },
  ],
  end: 'tokens',
})

import { rememberedDevice } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The device takes the place of the second factor.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'every-flow',
  given: { USERNAME: 'totp', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD' },
  before: rememberedDevice('every-flow', 'totp'),
  steps: [
    { asked: 'DEVICE_SRP_AUTH', answer: 'by itself' },
    { asked: 'DEVICE_PASSWORD_VERIFIER', answer: 'by itself' },
  ],
  end: 'tokens',
})

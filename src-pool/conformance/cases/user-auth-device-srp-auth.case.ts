import { rememberedDevice } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The device takes the place of the second factor.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'totp', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD' },
  before: rememberedDevice('every-flow', 'totp'),
  steps: [
    { pending: 'DEVICE_SRP_AUTH', answer: 'automatic' },
    { pending: 'DEVICE_PASSWORD_VERIFIER', answer: 'automatic' },
  ],
  end: 'tokens',
})

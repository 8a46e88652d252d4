import { rememberedDevice } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The device takes the place of the second factor.
export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'device-public',
  inputs: { USERNAME: 'device-totp-user', PASSWORD: password },
  before: rememberedDevice('device-public', 'device-totp-user'),
  steps: [
    { pending: 'DEVICE_SRP_AUTH', answer: 'automatic' },
    { pending: 'DEVICE_PASSWORD_VERIFIER', answer: 'automatic' },
  ],
  end: 'tokens',
})

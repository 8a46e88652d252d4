import { rememberedDevice } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The device takes the place of the second factor.
export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'device-public',
  given: { USERNAME: 'device-totp-user', PASSWORD: password },
  before: rememberedDevice('device-public', 'device-totp-user'),
  steps: [
    { asked: 'PASSWORD_VERIFIER', answer: 'by itself' },
    { asked: 'DEVICE_SRP_AUTH', answer: 'by itself' },
    { asked: 'DEVICE_PASSWORD_VERIFIER', answer: 'by itself' },
  ],
  end: 'tokens',
})

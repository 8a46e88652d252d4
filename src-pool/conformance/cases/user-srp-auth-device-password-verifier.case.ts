import { rememberedDevice } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The device cannot prove another password than that of its verifier.
export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'device-public',
  given: { USERNAME: 'device-user', PASSWORD: password },
  before: rememberedDevice('device-public', 'device-user', 'another password'),
  steps: [
    { asked: 'PASSWORD_VERIFIER', answer: 'by itself' },
    { asked: 'DEVICE_SRP_AUTH', answer: 'by itself' },
    { asked: 'DEVICE_PASSWORD_VERIFIER', answer: 'by itself' },
  ],
  end: 'NotAuthorizedException: Incorrect username or password.',
})

import { rememberedDevice } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The device cannot prove another password than that of its verifier.
export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'device-public',
  inputs: { USERNAME: 'device-user', PASSWORD: password },
  before: rememberedDevice('device-public', 'device-user', 'another password'),
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    { pending: 'DEVICE_SRP_AUTH', answer: 'automatic' },
    { pending: 'DEVICE_PASSWORD_VERIFIER', answer: 'automatic' },
  ],
  end: 'NotAuthorizedException: Incorrect username or password.',
})

import { rememberedDevice } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The device cannot prove another password than that of its verifier.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'plain', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD' },
  before: rememberedDevice('every-flow', 'plain', 'another password'),
  steps: [
    { pending: 'DEVICE_SRP_AUTH', answer: 'automatic' },
    { pending: 'DEVICE_PASSWORD_VERIFIER', answer: 'automatic' },
  ],
  end: 'NotAuthorizedException: Incorrect username or password.',
})

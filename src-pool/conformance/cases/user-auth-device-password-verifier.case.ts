import { rememberedDevice } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The device cannot prove another password than that of its verifier.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'every-flow',
  given: { USERNAME: 'plain', PASSWORD: password, PREFERRED_CHALLENGE: 'PASSWORD' },
  before: rememberedDevice('every-flow', 'plain', 'another password'),
  steps: [
    { asked: 'DEVICE_SRP_AUTH', answer: 'by itself' },
    { asked: 'DEVICE_PASSWORD_VERIFIER', answer: 'by itself' },
  ],
  end: 'NotAuthorizedException: Incorrect username or password.',
})

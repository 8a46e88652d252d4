import { rememberedDevice } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The device cannot prove another password than that of its verifier.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  given: { USERNAME: 'plain', PASSWORD: password, CHALLENGE_NAME: 'SRP_A' },
  before: rememberedDevice('every-flow', 'plain', 'another password'),
  steps: [
    { asked: 'PASSWORD_VERIFIER', answer: 'by itself' },
    { asked: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
    { asked: 'DEVICE_SRP_AUTH', answer: 'by itself' },
    { asked: 'DEVICE_PASSWORD_VERIFIER', answer: 'by itself' },
  ],
  end: 'NotAuthorizedException: Incorrect username or password.',
})

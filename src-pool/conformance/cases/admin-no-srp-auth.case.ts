import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// Chosen by fault, it is explained before anything is sent.
export default signInCase({
  flow: 'ADMIN_NO_SRP_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  onlyByClient: 'An administrator sends it, and it is played so as USER_PASSWORD_AUTH is.',
  steps: [],
  end: 'not sent',
})

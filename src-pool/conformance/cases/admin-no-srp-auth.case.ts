import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// Chosen by mistake, it is explained before anything is sent.
export default signInCase({
  flow: 'ADMIN_NO_SRP_AUTH',
  client: 'web-public',
  given: { USERNAME: 'alice', PASSWORD: password },
  steps: [],
  end: 'not sent',
})

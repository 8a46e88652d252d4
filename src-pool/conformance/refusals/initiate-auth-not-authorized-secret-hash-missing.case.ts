import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'server-secret',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  withoutSecret: true,
  steps: [],
  end: 'NotAuthorizedException: Client 2practiceserversecret00002 is configured with secret but SECRET_HASH was not received',
})

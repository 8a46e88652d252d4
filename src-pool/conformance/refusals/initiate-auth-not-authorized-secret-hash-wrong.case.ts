import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'server-secret',
  inputs: { USERNAME: 'alice', PASSWORD: password, SECRET_HASH: 'd3Jvbmc=' },
  steps: [],
  end: 'NotAuthorizedException: Unable to verify secret hash for client 2practiceserversecret00002',
})

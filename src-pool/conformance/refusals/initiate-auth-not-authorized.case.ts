import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'alice', PASSWORD: 'Wrong-Password-1!' },
  steps: [],
  end: 'NotAuthorizedException: Incorrect username or password.',
})

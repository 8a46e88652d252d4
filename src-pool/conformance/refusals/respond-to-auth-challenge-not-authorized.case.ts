import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'alice', PASSWORD: 'Wrong-Password-1!' },
  steps: [{ pending: 'PASSWORD_VERIFIER', answer: 'automatic' }],
  end: 'NotAuthorizedException: Incorrect username or password.',
})

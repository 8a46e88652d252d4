import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_SRP_AUTH',
  client: 'web-public',
  given: { USERNAME: 'alice', PASSWORD: 'Wrong-Password-1!' },
  steps: [{ asked: 'PASSWORD_VERIFIER', answer: 'by itself' }],
  end: 'NotAuthorizedException: Incorrect username or password.',
})

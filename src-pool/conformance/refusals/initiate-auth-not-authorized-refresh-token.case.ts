import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'REFRESH_TOKEN_AUTH',
  client: 'web-public',
  inputs: { REFRESH_TOKEN: 'of.nobody' },
  steps: [],
  end: 'NotAuthorizedException: Invalid Refresh Token',
})

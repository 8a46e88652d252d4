import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: { REFRESH_TOKEN: 'of.nobody' },
  steps: [],
  end: 'NotAuthorizedException: Invalid Refresh Token',
})

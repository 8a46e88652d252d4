import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  given: { REFRESH_TOKEN: 'of.nobody' },
  steps: [],
  end: 'NotAuthorizedException: Invalid Refresh Token',
})

import { refreshToken } from '../fixtures.ts'
import { refusing, signInCase } from '../sign-in-case.ts'

// The user was deleted in the meantime, which the practice pool answers as an invalid token.
export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: {},
  before: refreshToken('rotating', 'choice-user'),
  injected: {
    GetTokensFromRefreshToken: refusing('UserNotFoundException: User does not exist.'),
  },
  steps: [],
  end: 'UserNotFoundException: User does not exist.',
})

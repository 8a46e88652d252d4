import { refreshToken } from '../fixtures.ts'
import { refusing, signInCase } from '../sign-in-case.ts'

// A secondary replica region, which the practice pool has none of.
export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: {},
  before: refreshToken('rotating', 'choice-user'),
  injected: {
    GetTokensFromRefreshToken: refusing(
      'OperationNotEnabledException: This operation is not enabled',
    ),
  },
  steps: [],
  end: 'OperationNotEnabledException: This operation is not enabled',
})

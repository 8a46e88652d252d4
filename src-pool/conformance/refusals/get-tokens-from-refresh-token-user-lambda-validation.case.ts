import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: {},
  before: refreshToken('rotating', 'choice-user'),
  triggers: {
    PreTokenGeneration: "exports.handler = () => { throw new Error('Not on a Sunday') }",
  },
  steps: [],
  end: 'UserLambdaValidationException: PreTokenGeneration failed with error Not on a Sunday.',
})

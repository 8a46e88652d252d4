import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: {},
  before: refreshToken('rotating', 'choice-user'),
  triggers: { PreTokenGeneration: 'exports.other = 1' },
  steps: [],
  end: 'UnexpectedLambdaException: arn:aws:lambda:us-east-1:000000000000:function:PreTokenGeneration failed with error Error: index.handler is undefined or not exported.',
})

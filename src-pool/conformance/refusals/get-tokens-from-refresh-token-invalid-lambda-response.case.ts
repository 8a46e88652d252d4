import { refreshToken } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  given: {},
  before: refreshToken('rotating', 'alice'),
  triggers: { PreTokenGeneration: 'exports.handler = () => undefined' },
  steps: [],
  end: 'InvalidLambdaResponseException: Unrecognizable lambda output',
})

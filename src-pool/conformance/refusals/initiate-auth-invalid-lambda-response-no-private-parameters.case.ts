import { signInCase } from '../sign-in-case.ts'

// CreateAuthChallenge that keeps no answer back makes Cognito fail the sign-in.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'custom',
  inputs: { USERNAME: 'choice-user' },
  triggers: {
    CreateAuthChallenge: `exports.handler = async (event) => {
  event.response.publicChallengeParameters = { question: '1 + 1' }
  return event
}`,
  },
  steps: [],
  end: 'InvalidLambdaResponseException: Unrecognizable lambda output',
})

import { signInCase } from '../sign-in-case.ts'

// DefineAuthChallenge asks for a code by SMS of a user without a phone number; the text is assumed.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'plain' },
  triggers: {
    DefineAuthChallenge: `exports.handler = async (event) => {
  event.response.challengeName = 'SMS_MFA'
  return event
}`,
  },
  steps: [],
  end: 'InvalidLambdaResponseException: Unrecognizable lambda output',
})

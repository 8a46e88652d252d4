import { refusing, signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  given: { USERNAME: 'sms-user', PASSWORD: password },
  injected: {
    InitiateAuth: refusing('InvalidLambdaResponseException: Unrecognizable lambda output'),
  },
  steps: [],
  end: 'InvalidLambdaResponseException: Unrecognizable lambda output',
})

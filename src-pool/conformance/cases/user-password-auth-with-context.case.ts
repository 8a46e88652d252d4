import { signInCase } from '../sign-in-case.ts'
import { codeSent, password } from '../values.ts'

// Every member except AuthParameters and ChallengeResponses.
export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'sms-user', PASSWORD: password },
  beside: {
    analyticsEndpointId: 'd70b2ba36a8c4dc5a04a0451a31a1e12',
    clientMetadata: { for: 'PreAuthentication' },
    userContextData: { IpAddress: '192.0.2.1', EncodedData: 'threat protection data' },
  },
  answerMetadata: { for: 'PostAuthentication' },
  steps: [{ pending: 'SMS_MFA', answer: { SMS_MFA_CODE: codeSent } }],
  end: 'tokens',
})

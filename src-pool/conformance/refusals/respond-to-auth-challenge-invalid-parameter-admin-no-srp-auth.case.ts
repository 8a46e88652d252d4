import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// The service never asks this; RespondToAuthChallenge takes no answer to it.
export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: {
    InitiateAuth: {
      status: 200,
      body: {
        ChallengeName: 'ADMIN_NO_SRP_AUTH',
        ChallengeParameters: {},
        Session: 'x'.repeat(20),
      },
    },
  },
  onlyByClient: 'AdminRespondToAuthChallenge is documented to take an answer to it.',
  steps: [{ pending: 'ADMIN_NO_SRP_AUTH', answer: {} }],
  end: 'InvalidParameterException: Challenge response not supported.',
})

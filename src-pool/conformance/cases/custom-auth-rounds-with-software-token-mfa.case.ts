import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// A second factor between the password and the custom rounds is a round of its own.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'totp', PASSWORD: password, CHALLENGE_NAME: 'SRP_A' },
  triggers: {
    DefineAuthChallenge: `exports.handler = async (event) => {
  const rounds = event.request.session.map((round) => round.challengeName).join()
  if (rounds === 'SRP_A') event.response.challengeName = 'PASSWORD_VERIFIER'
  else event.response.issueTokens = rounds === 'SRP_A,PASSWORD_VERIFIER,SOFTWARE_TOKEN_MFA'
  return event
}`,
  },
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    { pending: 'SOFTWARE_TOKEN_MFA', answer: 'automatic' },
  ],
  end: 'tokens',
})

import { signInCase } from '../sign-in-case.ts'
import { codeSent } from '../values.ts'

// DefineAuthChallenge asks for a code by SMS, and sees it as a round before its own question.
export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'every-flow',
  inputs: { USERNAME: 'sms' },
  triggers: {
    DefineAuthChallenge: `exports.handler = async (event) => {
  const rounds = event.request.session.map((round) => round.challengeName + round.challengeResult)
  if (rounds.length === 0) event.response.challengeName = 'SMS_MFA'
  else if (rounds.join() === 'SMS_MFAtrue') event.response.challengeName = 'CUSTOM_CHALLENGE'
  else event.response.issueTokens = rounds.join() === 'SMS_MFAtrue,CUSTOM_CHALLENGEtrue'
  return event
}`,
  },
  steps: [
    {
      pending: 'SMS_MFA',
      wrong: {
        answer: { SMS_MFA_CODE: '000000' },
        refused: 'CodeMismatchException: Invalid code or auth state for the user.',
      },
      answer: { SMS_MFA_CODE: codeSent },
    },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '5' } },
  ],
  end: 'tokens',
})

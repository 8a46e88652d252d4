import { z } from 'zod/mini'
import { defineTrigger, flag } from './trigger.ts'

/** VerifyAuthChallengeResponse: whether the answer to a custom challenge is right. */
export const verifyAuthChallengeResponse = defineTrigger({
  name: 'VerifyAuthChallengeResponse',
  purpose: 'In CUSTOM_AUTH, for each answer: says whether it is right.',
  sources: ['VerifyAuthChallengeResponse_Authentication'],
  sampleRequest: { privateChallengeParameters: { answer: '5' }, challengeAnswer: '5' },
  emptyResponse: { answerCorrect: null },
  response: z.object({ answerCorrect: flag }),
  template: `exports.handler = async (event) => {
  const { challengeAnswer, privateChallengeParameters } = event.request
  event.response.answerCorrect = challengeAnswer.trim() === privateChallengeParameters.answer
  return event
}
`,
})

import { z } from 'zod/mini'
import { defineTrigger, optionalText, texts } from './trigger.ts'

/** CreateAuthChallenge: what the client is asked, and what is kept back. */
export const createAuthChallenge = defineTrigger({
  name: 'CreateAuthChallenge',
  purpose: 'In CUSTOM_AUTH, for each custom challenge: makes the question and its answer.',
  sources: ['CreateAuthChallenge_Authentication'],
  sampleRequest: { challengeName: 'CUSTOM_CHALLENGE', session: [] },
  emptyResponse: {
    publicChallengeParameters: null,
    privateChallengeParameters: null,
    challengeMetadata: null,
  },
  response: z.object({
    publicChallengeParameters: texts,
    // Without them Cognito fails the sign-in (amazon-cognito-passwordless-auth#214).
    privateChallengeParameters: z.record(z.string(), z.string()),
    challengeMetadata: optionalText,
  }),
  template: `// A sum, another in each round.
exports.handler = async (event) => {
  const rounds = event.request.session.filter(
    (round) => round.challengeName === 'CUSTOM_CHALLENGE',
  ).length
  event.response.publicChallengeParameters = { question: \`What is 2 + \${3 + rounds}?\` }
  event.response.privateChallengeParameters = { answer: String(5 + rounds) }
  event.response.challengeMetadata = 'SUM'
  return event
}
`,
})

/** What CreateAuthChallenge makes of one round. */
export type CreatedChallenge = z.output<typeof createAuthChallenge.response>

import type { CustomAuthTriggers } from './triggers.ts'

/** How often a wrong sum is forgiven. */
const rounds = 3

/**
 * The practice pool's own custom challenge: a sum, another in each round. The third wrong answer
 * fails; where the sign-in begins with SRP_A, the password comes first.
 */
export const sum: CustomAuthTriggers = {
  define(_user, session) {
    const last = session.at(-1)
    if (last?.challengeName === 'SRP_A') return { challengeName: 'PASSWORD_VERIFIER' }
    if (last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult)
      return { issueTokens: true }
    const wrong = session.filter(({ challengeResult }) => !challengeResult).length
    return wrong >= rounds ? { failAuthentication: true } : { challengeName: 'CUSTOM_CHALLENGE' }
  },
  create(_user, session) {
    const round = session.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE').length
    return {
      publicChallengeParameters: { question: `What is 2 + ${String(3 + round)}?` },
      privateChallengeParameters: { answer: String(5 + round) },
      challengeMetadata: 'SUM',
    }
  },
  verify: (_user, { answer }, challengeAnswer) => challengeAnswer.trim() === answer,
}

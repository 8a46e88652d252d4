import { factAmong } from '../../facts/facts-of.ts'
import { refreshHistoryFact } from '../../facts/refresh-history.ts'
import type { Evidence, EvidenceStep } from '../evidence.ts'
import { lostResponse } from '../lost-response.ts'
import { act, advise } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule, type Finding } from '../rule.ts'

const signIn = act('Sign in again', { do: 'retry', flow: 'USER_SRP_AUTH' })

export const refreshReused = defineRule({
  code: 'AS1606',
  slug: 'token/refresh-reused',
  title: 'The refresh token was replaced by rotation',
  meaning:
    'With rotation on, a refresh returns a new refresh token, and the old one becomes invalid after its grace period. If that response is lost, and the client repeats the call after the grace period, the user has to sign in again.',
  recognised:
    'RefreshTokenReuseException, or an earlier run that refreshed with this token and got a new one; an earlier attempt without a whole response shows that the new token was lost.',
  fix: 'Keep the refresh token of the newest response; refresh in one place only; allow a grace period for lost responses.',
  excludedBy: 'Another exception, where no earlier run refreshed with this token.',
  sources: ['API reference, RefreshTokenReuseException', 'aws-sdk-js-v3#7162', 'amplify-js#14396'],
  look: (step, evidence) => {
    const replacedMs = factAmong(evidence.known, refreshHistoryFact)?.replacedMs ?? 0
    if (replacedMs > 0) return replacedByAnotherRun(step, replacedMs)
    if (step.refusal?.error !== 'RefreshTokenReuseException') return undefined
    return replacedByThisRun(step, evidence)
  },
})

function replacedByAnotherRun(step: EvidenceStep, replacedMs: number): Finding {
  const ago = `${String(Math.round(replacedMs / 1000))} s`
  const sentence = `Another run got a new refresh token for this one ${ago} earlier`
  return {
    verdict: 'proved',
    title: `Another run refreshed with this token ${ago} ago, and got a new one`,
    evidence: [refusalPlace(step), inFact({ number: 0 }, refreshHistoryFact, replacedMs, sentence)],
    next: [
      advise('Replace the stored refresh token with the one that each refresh returns.'),
      signIn,
    ],
  }
}

function replacedByThisRun(step: EvidenceStep, evidence: Evidence): Finding {
  const lost = lostResponse(step, evidence)
  if (!lost)
    return {
      verdict: 'proved',
      evidence: [refusalPlace(step)],
      next: [
        advise('Replace the stored refresh token with the one that each refresh returns.'),
        signIn,
      ],
    }
  return {
    verdict: 'proved',
    title: 'The response with the new refresh token was lost, and the old one was sent again',
    evidence: [...lost, refusalPlace(step)],
    next: [advise('On the app client: allow a RetryGracePeriodSeconds, at most 60.'), signIn],
  }
}

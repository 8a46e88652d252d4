import { claimSignature } from '#engine/srp/password-claim.ts'
import { srpServerKey } from '#engine/srp/server.ts'
import { srpTimestamp } from '#engine/srp/timestamp.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { admit, judgePassword } from '../sign-in/admission.ts'
import { isSameText } from '../sign-in/same-text.ts'
import { srpIdentity } from '../sign-in/srp-step.ts'
import type { SessionlessChallenge } from './challenge.ts'

/** How far the clocks may differ. Cognito's own limit is not published. */
const clockTolerance = 5 * 60_000

/** PASSWORD_VERIFIER: the claim that only the right password can sign. */
export const passwordVerifier: SessionlessChallenge = {
  name: 'PASSWORD_VERIFIER',
  requires: ['PASSWORD_CLAIM_SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE', 'TIMESTAMP'],
  answerWithoutSession(place, responses) {
    const {
      USERNAME = '',
      PASSWORD_CLAIM_SECRET_BLOCK: secretBlock = '',
      PASSWORD_CLAIM_SIGNATURE: signature = '',
      TIMESTAMP: timestamp = '',
    } = responses
    const { state, pool, client } = place
    const { now, modPow } = state.ports
    const exchange = state.srpExchanges.end(secretBlock, client) ?? refuse(refusals.wrongPassword)
    if (now() >= exchange.expiresAt) refuse(refusals.sessionExpired)
    // Nobody has a made-up name; the work below is done all the same, and takes the same time.
    const user = pool.users.find(({ username }) => username === exchange.username)
    if (user) admit(place, user)

    const { A, b, B, verifier, username } = exchange
    const key = srpServerKey(A, { b, B }, verifier, modPow)
    const expected = claimSignature(key, srpIdentity(place, username), secretBlock, timestamp)
    const isRight =
      isSameText(signature, expected) &&
      // Only USER_ID_FOR_SRP will do, not the alias that was typed.
      USERNAME === username &&
      isTimestamp(timestamp, now())
    if (!user) return refuse(refusals.wrongPassword)
    judgePassword(place, user, isRight)
    return { passed: 'password', user, factor: 'pwd', soFar: exchange.soFar }
  },
}

/** Whether a TIMESTAMP is written to the letter: weekday right, day without zero, UTC, English. */
function isTimestamp(text: string, now: number): boolean {
  const time = Date.parse(text)
  return (
    Number.isFinite(time) && srpTimestamp(time) === text && Math.abs(time - now) <= clockTolerance
  )
}

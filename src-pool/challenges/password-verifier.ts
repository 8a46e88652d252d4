import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { assertMaySignIn, checkPassword } from '../sign-in/admission.ts'
import { isRightClaim } from '../credentials/srp-claim.ts'
import { srpIdentity } from '../sign-in/srp-step.ts'
import type { SessionlessChallenge } from './challenge.ts'

/** PASSWORD_VERIFIER: the claim that only the right password can sign. */
export const passwordVerifier: SessionlessChallenge = {
  name: 'PASSWORD_VERIFIER',
  requires: ['PASSWORD_CLAIM_SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE', 'TIMESTAMP'],
  answerWithoutSession(clientCall, responses) {
    const { USERNAME = '', PASSWORD_CLAIM_SECRET_BLOCK: secretBlock = '' } = responses
    const { state, pool, client } = clientCall
    const exchange =
      state.srpExchanges.end(secretBlock, client, 'password') ?? refuse(refusals.wrongPassword)
    if (state.ports.now() >= exchange.expiresAt) refuse(refusals.sessionExpired)
    // Nobody has a made-up name; the work below is done all the same, and takes the same time.
    const user = pool.users.find(({ username }) => username === exchange.username)
    if (user) assertMaySignIn(clientCall, user)

    const { username, deviceKey } = exchange
    const isRight =
      isRightClaim(state.ports, exchange, srpIdentity(clientCall, username), responses) &&
      // Only USER_ID_FOR_SRP will do, not the alias that was typed.
      USERNAME === username
    if (!user) return refuse(refusals.wrongPassword)
    checkPassword(clientCall, user, isRight)
    return {
      passed: 'password',
      user,
      factor: 'pwd',
      passedFactors: exchange.passedFactors,
      deviceKey,
    }
  },
}

import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { assertMaySignIn, checkPassword } from '../sign-in/admission.ts'
import type { Parameters } from '../requests/parameters.ts'
import type { ClientCall } from '../state/practice-state.ts'
import type { SrpExchange } from '../state/srp-exchanges.ts'
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
    if (exchange.xray && user && !isRightByXray(clientCall, exchange, responses))
      // A client that is looked into is not locked out for it.
      refuse(refusals.wrongPassword)
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

/** Has the X-ray read the proof of one of its challenges. */
function isRightByXray(
  { state }: ClientCall,
  { A, xray }: SrpExchange,
  {
    PASSWORD_CLAIM_SECRET_BLOCK: secretBlock = '',
    PASSWORD_CLAIM_SIGNATURE: signature = '',
    TIMESTAMP: timestamp = '',
  }: Parameters,
): boolean {
  return (
    xray !== undefined && state.srpXray.end(xray, A, secretBlock, { signature, timestamp }).right
  )
}

import { createHash } from 'node:crypto'
import { provePasskey, userVerificationFor } from '../passkeys/assertion.ts'
import { usablePasskeys } from '../passkeys/relying-party.ts'
import { passkeyRefusals } from '../refusals/passkeys.ts'
import { refuse } from '../refusals/refusal.ts'
import { nobody } from '../sign-in/send-code.ts'
import type { ChallengeStep, Outcome } from '../sign-in/step.ts'
import type { Passkey } from '../state/passkey.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import type { SessionChallenge } from './challenge.ts'

/** WEB_AUTHN: an authenticator signs a challenge with one of the user's passkeys. */
export const webAuthn: SessionChallenge = {
  name: 'WEB_AUTHN',
  requires: ['CREDENTIAL'],
  prepare: provePasskey,
  prompt: (clientCall, user) => promptForPasskey(clientCall, user.username, user),
  answer(clientCall, user, _, { passkeyChallenge }) {
    if (clientCall.passkeyProof?.challenge !== passkeyChallenge) refuse(passkeyRefusals.proofWrong)
    return checkPasskeyAnswer(clientCall, user)
  },
  answerOfNobody: () => refuse(passkeyRefusals.proofWrong),
}

/** WEB_AUTHN for a user, or for a name that nobody has. */
export function promptForPasskey(
  clientCall: ClientCall,
  typed: string,
  user: User | undefined,
): ChallengeStep {
  const { pool, state } = clientCall
  const to = user ?? nobody(typed)
  const passkeyChallenge = state.passkeyChallenges.issue(clientCall, to, 'sign-in')
  const passkeys = user ? usablePasskeys(pool, user) : [passkeyOfNobody(pool.id, typed)]
  const options = {
    challenge: passkeyChallenge,
    timeout: 180_000,
    rpId: pool.settings.webAuthnConfiguration.relyingPartyId,
    allowCredentials: passkeys.map(({ id, transports }) => ({
      type: 'public-key',
      id,
      transports,
    })),
    userVerification: userVerificationFor(pool, user?.passkeyMfa),
  }
  return {
    next: 'challenge',
    challenge: 'WEB_AUTHN',
    parameters: { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) },
    session: state.sessions.issue(clientCall, to, 'WEB_AUTHN', { passkeyChallenge }).text,
  }
}

/** The same for the same name each time, as somebody's would be. */
const passkeyOfNobody = (poolId: string, typed: string): Pick<Passkey, 'id' | 'transports'> => ({
  id: createHash('sha256').update(`${poolId}/${typed}`, 'utf8').digest('base64url'),
  transports: ['internal'],
})

/**
 * Judges the passkey that the call proves. The challenge is one that waits for this user at this
 * client, and is over with it.
 */
export function checkPasskeyAnswer(
  { state, pool, client, passkeyProof }: ClientCall,
  user: User,
): Outcome {
  if (!passkeyProof) return refuse(passkeyRefusals.proofWrong)
  const { challenge, passkey, signCounter, userVerified } = passkeyProof
  const waiting = state.passkeyChallenges.waiting(challenge, pool, user, 'sign-in')
  const isVerified = userVerified || userVerificationFor(pool, user.passkeyMfa) !== 'required'
  // Looked at again, since another call may have come between the proof and this.
  const isNewer = signCounter > passkey.signCounter || (signCounter === 0 && !passkey.signCounter)
  if (waiting?.clientId !== client.id || !isVerified || !isNewer) refuse(passkeyRefusals.proofWrong)
  state.passkeyChallenges.end(challenge)
  passkey.signCounter = signCounter
  const { factorConfiguration } = pool.settings.webAuthnConfiguration
  return {
    passed: 'passkey',
    user,
    factor: isRoaming(passkey) ? 'hwk' : 'swk',
    countsAsSecond: factorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION' && userVerified,
  }
}

/** What the client did not say of an authenticator, its transports tell. */
const isRoaming = ({ attachment, transports }: Passkey): boolean =>
  attachment
    ? attachment === 'cross-platform'
    : transports.some((transport) => transport !== 'internal' && transport !== 'hybrid')

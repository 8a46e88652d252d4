import { createHash } from 'node:crypto'
import { passkeyRefusals } from '../refusals/passkeys.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Passkey } from '../state/passkey.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { clientDataOf, registrationSchema, type Registration } from './credential.ts'
import { mayUse, relyingPartyOf, usablePasskeys } from './relying-party.ts'

/** ES256 and RS256, by their numbers in COSE. */
const algorithms = [-7, -257]
/** How many passkeys a user can have. */
const max = 20

/**
 * CredentialCreationOptions: PublicKeyCredentialCreationOptionsJSON for another passkey.
 * @throws Refusal when the pool has no passkeys, or the user too many
 */
export function creationOptions(clientCall: ClientCall, user: User) {
  const { pool, state } = clientCall
  const relyingPartyId = relyingPartyOf(pool)
  if (user.passkeys.length >= max) refuse(passkeyRefusals.tooMany)
  return {
    rp: { id: relyingPartyId, name: relyingPartyId },
    user: {
      id: Buffer.from(user.sub, 'utf8').toString('base64url'),
      name: user.username,
      displayName: user.username,
    },
    challenge: state.passkeyChallenges.issue(clientCall, user, 'registration'),
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: 60_000,
    excludeCredentials: usablePasskeys(pool, user).map(({ id }) => ({ type: 'public-key', id })),
    authenticatorSelection: {
      requireResidentKey: true,
      residentKey: 'required',
      userVerification: pool.settings.webAuthnConfiguration.userVerification,
    },
  }
}

/**
 * Checks the answer of an authenticator to {@link creationOptions} and keeps the passkey. The
 * challenge is spent by the first answer, right or wrong.
 * @param given RegistrationResponseJSON
 * @throws Refusal for what is wrong with it
 */
export async function register(clientCall: ClientCall, user: User, inputs: unknown): Promise<void> {
  const { pool, state, client } = clientCall
  const relyingPartyId = relyingPartyOf(pool)
  const { data: credential } = registrationSchema.safeParse(inputs)
  const clientData = credential && clientDataOf(credential.response.clientDataJSON)
  if (!credential || clientData?.type !== 'webauthn.create')
    return refuse(passkeyRefusals.credentialUnreadable)
  const { challenge, origin } = clientData
  const waiting =
    state.passkeyChallenges.waiting(challenge, pool, user, 'registration') ??
    refuse(passkeyRefusals.challengeNotFound)
  if (waiting.clientId !== client.id) refuse(passkeyRefusals.clientMismatch)
  state.passkeyChallenges.end(challenge)
  if (!mayUse(origin, relyingPartyId)) refuse(passkeyRefusals.originNotAllowed(origin))

  const registered = await verified(credential, clientData, relyingPartyId)
  if (
    pool.settings.webAuthnConfiguration.userVerification === 'required' &&
    !registered.userVerified
  )
    refuse(passkeyRefusals.notVerified)
  if (pool.users.some(({ passkeys }) => passkeys.some(({ id }) => id === registered.id)))
    refuse(passkeyRefusals.alreadyRegistered)
  if (user.passkeys.length >= max) refuse(passkeyRefusals.tooMany)
  const passkey: Passkey = {
    id: registered.id,
    publicKey: registered.publicKey,
    signCounter: registered.counter,
    relyingPartyId,
    // Cognito makes a name of the authenticator's model.
    friendlyName: `Passkey ${String(user.passkeys.length + 1)}`,
    attachment: credential.authenticatorAttachment ?? undefined,
    transports: credential.response.transports ?? [],
    createdAt: state.ports.now(),
  }
  user.passkeys = [...user.passkeys, passkey]
}

async function verified(
  credential: Registration,
  { challenge, origin }: { readonly challenge: string; readonly origin: string },
  relyingPartyId: string,
) {
  // Loaded when the first passkey comes: the library is large, and most sign-ins have none.
  const [{ verifyRegistrationResponse }, { decodeAttestationObject, parseAuthenticatorData }] =
    await Promise.all([import('@simplewebauthn/server'), import('@simplewebauthn/server/helpers')])
  const { response, id, rawId, type, clientExtensionResults } = credential
  const { clientDataJSON, attestationObject } = response
  let hash: Uint8Array
  try {
    const object = decodeAttestationObject(Buffer.from(attestationObject, 'base64url'))
    hash = parseAuthenticatorData(object.get('authData')).rpIdHash
  } catch {
    return refuse(passkeyRefusals.notSupported)
  }
  if (!createHash('sha256').update(relyingPartyId).digest().equals(hash))
    refuse(passkeyRefusals.relyingPartyMismatch(relyingPartyId))
  try {
    const result = await verifyRegistrationResponse({
      response: {
        id,
        rawId,
        type,
        clientExtensionResults,
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: relyingPartyId,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    })
    if (result.verified) {
      const { credential: registered, userVerified } = result.registrationInfo
      return { ...registered, userVerified }
    }
  } catch {
    // The library says why by a sentence; the service has one exception for all of it.
  }
  return refuse(passkeyRefusals.notSupported)
}

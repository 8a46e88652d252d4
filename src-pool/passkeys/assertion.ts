import type { Parameters } from '../requests/parameters.ts'
import { findUser } from '../state/find-user.ts'
import type { Passkey, PasskeyProof } from '../state/passkey.ts'
import type { Pool, User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { assertionSchema, clientDataOf, parsedJson, type Assertion } from './credential.ts'
import { mayUse, usablePasskeys } from './relying-party.ts'

/** Whether an authenticator must verify this user, or is only asked to. */
export const userVerificationFor = ({ settings }: Pool, passkeyMfa: boolean | undefined) =>
  passkeyMfa ? 'required' : settings.webAuthnConfiguration.userVerification

/**
 * Looks at CREDENTIAL before a challenge is judged, since signatures are checked off this thread.
 * The proof says nothing yet of the challenge being ours; without one the answer is wrong.
 */
export async function provePasskey(
  clientCall: ClientCall,
  responses: Parameters,
): Promise<ClientCall> {
  const { CREDENTIAL, USERNAME = '' } = responses
  const user = findUser(clientCall.pool, USERNAME)
  if (CREDENTIAL === undefined || !user) return clientCall
  return { ...clientCall, passkeyProof: await proofOf(clientCall.pool, user, CREDENTIAL) }
}

async function proofOf(pool: Pool, user: User, text: string): Promise<PasskeyProof | undefined> {
  const { data: credential } = assertionSchema.safeParse(parsedJson(text))
  if (!credential) return undefined
  const passkey = usablePasskeys(pool, user).find(({ id }) => id === credential.id)
  const clientData = clientDataOf(credential.response.clientDataJSON)
  if (!passkey || !clientData || !mayUse(clientData.origin, passkey.relyingPartyId))
    return undefined
  const { userHandle } = credential.response
  if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== user.sub) return undefined
  return verified(passkey, credential, clientData)
}

async function verified(
  passkey: Passkey,
  credential: Assertion,
  { challenge, origin }: { readonly challenge: string; readonly origin: string },
): Promise<PasskeyProof | undefined> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { response, id, rawId, type, clientExtensionResults } = credential
  const { clientDataJSON, authenticatorData, signature } = response
  try {
    const result = await verifyAuthenticationResponse({
      response: {
        id,
        rawId,
        type,
        clientExtensionResults,
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: passkey.relyingPartyId,
      credential: { id, publicKey: passkey.publicKey, counter: passkey.signCounter },
      requireUserVerification: false,
    })
    const { newCounter: signCounter, userVerified } = result.authenticationInfo
    return result.verified ? { passkey, challenge, signCounter, userVerified } : undefined
  } catch {
    // The library throws for each thing that is wrong; to the service all of them are one.
    return undefined
  }
}

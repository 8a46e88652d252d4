import { compactVerify, decodeProtectedHeader } from 'jose'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Grant } from '../state/grants.ts'
import type { User } from '../state/pool.ts'
import { findClient } from '../state/find-client.ts'
import type { ClientCall, PracticeState } from '../state/practice-state.ts'
import { userAdminScope } from './claims.ts'
import type { SigningKey } from '../state/signing-keys.ts'

/** Whom a good access token speaks for. */
export interface Bearer {
  readonly clientCall: ClientCall
  readonly user: User
  /** Absent when the client has token revocation off: its tokens do not say where they are from. */
  readonly grant: Grant | undefined
}

/**
 * Checks an access token as the operations that take one do.
 * @throws Refusal with the text for what is wrong with it
 */
export async function checkAccessToken(state: PracticeState, token: string): Promise<Bearer> {
  const { key, use } = await signingKeyOf(state, token)
  const claims = await verifiedClaims(token, key)
  if (use !== 'access' || claims.token_use !== 'access') refuse(refusals.accessTokenInvalid)
  if (Number(claims.exp) * 1000 <= state.ports.now()) refuse(refusals.accessTokenExpired)
  const clientCall =
    findClient(state, String(claims.client_id)) ?? refuse(refusals.accessTokenInvalid)
  const user =
    clientCall.pool.users.find(({ sub }) => sub === claims.sub) ?? refuse(refusals.userUnknown)
  if (!user.enabled) refuse(refusals.userDisabled)
  const { origin_jti: originJti } = claims
  const grant =
    typeof originJti !== 'string'
      ? undefined
      : (state.grants.byOriginJti(originJti) ??
        // Signed before a reset: the keys go on, the sign-ins do not.
        refuse(refusals.accessTokenRevoked))
  if (grant?.revoked) refuse(refusals.accessTokenRevoked)
  if (!String(claims.scope).split(' ').includes(userAdminScope))
    refuse(refusals.accessTokenLacksScope)
  return { clientCall, user, grant }
}

async function signingKeyOf(
  { pools }: PracticeState,
  token: string,
): Promise<{ readonly key: SigningKey; readonly use: 'id' | 'access' }> {
  let kid: string | undefined
  try {
    kid = decodeProtectedHeader(token).kid
  } catch {
    refuse(refusals.accessTokenInvalid)
  }
  for (const { keys } of pools)
    for (const use of ['access', 'id'] as const) {
      const key = await keys[use]()
      if (key.kid === kid) return { key, use }
    }
  return refuse(refusals.accessTokenUnverifiable)
}

async function verifiedClaims(token: string, key: SigningKey): Promise<Record<string, unknown>> {
  try {
    const { payload } = await compactVerify(token, key.publicKey)
    // Our own signature is on it, so it is an object that we made.
    return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>
  } catch {
    return refuse(refusals.accessTokenUnverifiable)
  }
}

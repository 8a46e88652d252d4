import { clientCallOf } from '../state/find-client.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refuse, type RefusalText } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { checkSecretHash, requireSecretHash } from '../credentials/check-secret-hash.ts'
import { findUser } from '../state/find-user.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall, PracticeState } from '../state/practice-state.ts'

/** The members by which a public call says whom it is about. */
export const namedUser = {
  ClientId: required(model.clientId),
  SecretHash: model.secretHash,
  Username: required(model.username),
} as const

interface NamedUser {
  readonly ClientId: string
  readonly SecretHash: string | undefined
  readonly Username: string
}

/**
 * Where a public call about a named user goes.
 * @throws Refusal when there is no such client, or its secret hash is not right
 */
export function clientCallByName(
  state: PracticeState,
  { ClientId, SecretHash, Username }: NamedUser,
): ClientCall {
  const clientCall = clientCallOf(state, ClientId)
  requireSecretHash(clientCall.client, SecretHash)
  checkSecretHash(clientCall.client, Username, SecretHash)
  return clientCall
}

/**
 * The user of a call that takes a code back.
 * @param hidden what a client is told that must not learn that there is no such user
 */
export function codeUser(
  { pool, client }: ClientCall,
  username: string,
  hidden: RefusalText = accountRefusals.codeExpired,
): User {
  const isHidden = client.preventUserExistenceErrors === 'ENABLED'
  return findUser(pool, username) ?? refuse(isHidden ? hidden : accountRefusals.codeUserUnknown)
}

import { refuse } from '../refusals/refusal.ts'
import { replicaRefusals } from '../refusals/replicas.ts'
import type { Pool } from '../state/pool.ts'
import type { Operation } from './operation.ts'

/**
 * What a secondary replica performs: sign-in and its end, and what only reads. The service's model
 * says that no operation there creates a user or changes attributes; the list itself is assumed.
 */
const byReplicas = new Set([
  'InitiateAuth',
  'RespondToAuthChallenge',
  'AdminInitiateAuth',
  'AdminRespondToAuthChallenge',
  'GetTokensFromRefreshToken',
  'GetClientToken',
  'ConfirmDevice',
  'RevokeToken',
  'GlobalSignOut',
  'AdminUserGlobalSignOut',
  'RevokeUserSession',
  'AdminRevokeUserSession',
])

const isRead = (name: string) => /^(Admin)?(Get|List|Describe)/.test(name) && !/Code$/.test(name)

/**
 * Refuses what a secondary replica leaves to the primary, and end users where it is not active.
 * @param pool the pool that the call is about; undefined where that is not there
 * @throws Refusal OperationNotEnabledException
 */
export function assertReplicaPerforms({ name, isSigned }: Operation, pool: Pool | undefined): void {
  if (!byReplicas.has(name) && !isRead(name)) refuse(replicaRefusals.notEnabled)
  if (pool && !pool.replica?.isActive && !isSigned) refuse(replicaRefusals.inactive)
}

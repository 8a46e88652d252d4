import { clientIn } from '../administration/user-pool-clients.ts'
import { checkReplica } from '../administration/replicas.ts'
import { sessionOperations } from '../administration/sessions.ts'
import { deliveryOf } from '../administration/mfa-configuration.ts'
import { checkMfa } from '../configuration/check-mfa.ts'
import { checkTier } from '../configuration/check-tier.ts'
import type { PoolConfiguration } from '../configuration/configuration.ts'
import type { JsonObject } from '../requests/members.ts'
import type { Pool } from '../state/pool.ts'
import type { PracticeState } from '../state/practice-state.ts'
import { replicaIn } from '../state/replica.ts'

/** One thing about a pool that a person changes, as an administrator's operation would. */
export type PoolChange =
  | { readonly kind: 'tier'; readonly tier: PoolConfiguration['tier'] }
  | {
      readonly kind: 'sessions'
      readonly isTracked: boolean
      /** 1 to 100; the least recently used of more end at the next sign-in. */
      readonly maxPerUser: number
    }
  | {
      readonly kind: 'replica'
      /** The one other region that has it; none takes it away. */
      readonly region?: string | undefined
      readonly isActive: boolean
    }
  | {
      readonly kind: 'client sessions'
      readonly clientId: string
      /** MaxValidityMinutes of SSOSession, from 1. */
      readonly maxValidityMinutes: number
    }

/**
 * Changes a pool with the checks of the operations that do so.
 * @throws Refusal what Cognito refuses, in its words
 */
export async function changePool(
  state: PracticeState,
  pool: Pool,
  change: PoolChange,
): Promise<void> {
  switch (change.kind) {
    case 'tier':
      changeTier(pool, change.tier)
      break
    case 'sessions':
      await perform(state, 'SetUserPoolSessionConfiguration', {
        UserPoolId: pool.id,
        UserSessionTracking: change.isTracked ? 'ENABLED' : 'DISABLED',
        TokenSession: { MaxPerUser: change.maxPerUser },
      })
      break
    case 'replica':
      changeReplica(pool, change.region, change.isActive)
      break
    case 'client sessions':
      await perform(state, 'SetUserPoolClientSessionConfiguration', {
        UserPoolId: pool.id,
        ClientId: clientIn(pool, change.clientId).id,
        SSOSession: { MaxValidityMinutes: change.maxValidityMinutes },
      })
  }
  pool.modifiedAt = state.ports.now()
}

async function perform(state: PracticeState, name: string, input: JsonObject): Promise<void> {
  await sessionOperations.find((operation) => operation.name === name)?.call(state, input)
}

/** As UpdateUserPool with UserPoolTier and everything else as it is. */
function changeTier(pool: Pool, tier: PoolConfiguration['tier']): void {
  const { clients, replica, storedInput } = pool
  const settings = { ...pool.settings, tier }
  checkTier({ settings, storedInput, hasReplica: !!replica, clients })
  checkMfa({ ...settings, configures: [], ...deliveryOf(storedInput) })
  pool.settings = settings
  pool.storedInput = { ...storedInput, UserPoolTier: tier }
}

/** As the operations on replicas do; the key that they ask for is taken to be there. */
function changeReplica(pool: Pool, region: string | undefined, isActive: boolean): void {
  if (pool.replica && pool.replica.region === region) {
    pool.replica.isActive = isActive
    return
  }
  const before = pool.replica
  pool.replica = undefined
  if (region === undefined) return
  try {
    checkReplica(pool, region)
  } catch (error) {
    pool.replica = before
    throw error
  }
  pool.replica = replicaIn(region, { isActive })
}

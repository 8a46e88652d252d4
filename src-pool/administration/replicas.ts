import { checkNotLite } from '../configuration/check-tier.ts'
import type { Operation } from '../operations/operation.ts'
import { refuse } from '../refusals/refusal.ts'
import { replicaRefusals } from '../refusals/replicas.ts'
import type { JsonObject } from '../requests/members.ts'
import { kept, model, required } from '../requests/model.ts'
import type { Pool } from '../state/pool.ts'
import { replicaIn, type Replica } from '../state/replica.ts'
import { primaryRegionOf } from '../state/practice-state.ts'
import { administrative, inPool, poolById } from './administrative-operation.ts'

const ofReplica = {
  ...inPool,
  RegionName: required({ kind: 'text', min: 5, max: 32 } as const),
} as const

const arn = (region: string, { id }: Pool) =>
  `arn:aws:cognito-idp:${region}:000000000000:userpool/${id}`

const answer = (pool: Pool, { region, isActive }: Replica, status?: string): JsonObject => ({
  RegionName: region,
  Role: 'SECONDARY',
  Status: status ?? (isActive ? 'ACTIVE' : 'INACTIVE'),
  UserPoolArn: arn(region, pool),
})

const replicaOf = ({ replica }: Pool, region: string): Replica =>
  replica?.region === region ? replica : refuse(replicaRefusals.unknown)

/**
 * Refuses a replica that a pool cannot have.
 * @throws Refusal FeatureUnavailableInTierException or InvalidParameterException
 */
export function checkReplica(pool: Pool, region: string): void {
  checkNotLite(pool.settings, 'Multi-Region Replication')
  if (region === primaryRegionOf(pool)) refuse(replicaRefusals.ownRegion)
  if (pool.replica) refuse(replicaRefusals.thereAlready)
}

/**
 * The replica of a pool in another region. Source: developer guide, "Multi-Region replication".
 */
export const replicaOperations: readonly Operation[] = [
  administrative(
    'CreateUserPoolReplica',
    { ...ofReplica, UserPoolTags: kept(model.map) },
    (state, { UserPoolId, RegionName, UserPoolTags = {} }) => {
      const pool = poolById(state, UserPoolId)
      const key = pool.storedInput.KeyConfiguration as JsonObject | undefined
      checkReplica(pool, RegionName)
      if (key?.KeyType !== 'CUSTOMER_MANAGED_KEY') refuse(replicaRefusals.keyNeeded)
      pool.replica = replicaIn(RegionName, { tags: UserPoolTags })
      return { UserPoolReplica: answer(pool, pool.replica) }
    },
  ),

  administrative(
    'ListUserPoolReplicas',
    {
      ...inPool,
      // Two never make a second page.
      NextToken: model.nextToken,
    },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      const region = primaryRegionOf(pool)
      const primary = {
        RegionName: region,
        Role: 'PRIMARY',
        Status: 'ACTIVE',
        UserPoolArn: arn(region, pool),
      }
      return {
        UserPoolReplicas: [primary, ...(pool.replica ? [answer(pool, pool.replica)] : [])],
      }
    },
  ),

  administrative(
    'UpdateUserPoolReplica',
    { ...ofReplica, Status: required({ kind: 'text', values: ['ACTIVE', 'INACTIVE'] } as const) },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      const replica = replicaOf(pool, input.RegionName)
      replica.isActive = input.Status === 'ACTIVE'
      return { UserPoolReplica: answer(pool, replica) }
    },
  ),

  administrative('DeleteUserPoolReplica', ofReplica, (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    const replica = replicaOf(pool, input.RegionName)
    if (replica.isActive) refuse(replicaRefusals.active)
    pool.replica = undefined
    return { UserPoolReplica: answer(pool, replica, 'DELETING') }
  }),
]

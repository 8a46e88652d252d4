import { checkMfa } from '../configuration/check-mfa.ts'
import { checkTier } from '../configuration/check-tier.ts'
import { attributeSchema } from '../configuration/attribute-schema.ts'
import type { Operation } from '../operations/operation.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import type { JsonObject } from '../requests/members.ts'
import { model, required } from '../requests/model.ts'
import { page } from '../requests/page.ts'
import { poolFrom } from '../state/pool.ts'
import { randomText } from '../state/random-text.ts'
import { administrative, inPool, poolById, visiblePools } from './administrative-operation.ts'
import { lambdaConfig } from './lambda-config.ts'
import { checkCustomAttributeCount, checkPoolCount } from './limits.ts'
import { deliveryOf } from './mfa-configuration.ts'
import { poolAnswer } from './pool-answer.ts'
import { fixedPoolMembers, poolMembers, schemaAttribute } from './pool-members.ts'
import { attributeDefinitions } from './schema-attribute.ts'
import { newSettings, updatedSettings } from './user-pool-settings.ts'

const name = { kind: 'text', min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' } as const

/** What an update that does not name it leaves as it is; of SmsConfiguration this is assumed. */
const lasting = ({
  AliasAttributes,
  UsernameAttributes,
  UsernameConfiguration,
  SmsConfiguration,
  DcrConfiguration,
}: JsonObject): JsonObject => ({
  AliasAttributes,
  UsernameAttributes,
  UsernameConfiguration,
  SmsConfiguration,
  DcrConfiguration,
})

/** Dynamic client registration is on unless it is turned off. */
const withDcrStatus = ({ DcrConfiguration, ...rest }: JsonObject): JsonObject =>
  DcrConfiguration === undefined
    ? rest
    : { ...rest, DcrConfiguration: { EnableStatus: 'Enabled', ...(DcrConfiguration as object) } }

/** User pools as a whole. */
export const userPoolOperations: readonly Operation[] = [
  administrative(
    'CreateUserPool',
    { PoolName: required(name), ...poolMembers, ...fixedPoolMembers },
    (state, { PoolName, ...input }) => {
      checkPoolCount(state)
      const id = `${state.signedFor}_${randomText(state.ports, 9)}`
      const settings = newSettings(id, input)
      const storedInput = withDcrStatus(input)
      checkTier({ settings, storedInput, hasReplica: false, clients: [] })
      checkMfa({ ...settings, configures: [], ...deliveryOf(storedInput) })
      const pool = poolFrom(settings, state.ports.now())
      pool.name = PoolName
      pool.storedInput = storedInput
      state.pools.push(pool)
      return { UserPool: poolAnswer(pool) }
    },
  ),

  administrative('DescribeUserPool', inPool, (state, input) => ({
    UserPool: poolAnswer(poolById(state, input.UserPoolId)),
  })),

  administrative(
    'UpdateUserPool',
    { ...inPool, PoolName: name, ...poolMembers },
    (state, { UserPoolId, PoolName, ...input }) => {
      const pool = poolById(state, UserPoolId)
      const settings = updatedSettings(pool.settings, input)
      const storedInput = { ...lasting(pool.storedInput), ...withDcrStatus(input) }
      checkTier({ settings, storedInput, hasReplica: !!pool.replica, clients: pool.clients })
      checkMfa({ ...settings, configures: [], ...deliveryOf(storedInput) })
      pool.settings = settings
      pool.storedInput = storedInput
      pool.name = PoolName ?? pool.name
      pool.modifiedAt = state.ports.now()
      return {}
    },
  ),

  administrative('DeleteUserPool', inPool, (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    if (pool.storedInput.DeletionProtection === 'ACTIVE')
      refuse(administrationRefusals.poolProtected)
    state.pools.splice(state.pools.indexOf(pool), 1)
    return undefined
  }),

  administrative(
    'ListUserPools',
    {
      MaxResults: required({ kind: 'number', min: 1, max: 60 }),
      NextToken: model.nextToken,
    },
    (state, input) => {
      const { items, next } = page(visiblePools(state), input.MaxResults, input.NextToken)
      return {
        ...(next === undefined ? {} : { NextToken: next }),
        UserPools: items.map((pool) => ({
          CreationDate: pool.createdAt / 1000,
          Id: pool.id,
          LambdaConfig: lambdaConfig(pool),
          LastModifiedDate: pool.modifiedAt / 1000,
          Name: pool.name,
          ...(pool.replica && { ReplicaRegions: [pool.replica.region] }),
        })),
      }
    },
  ),

  administrative(
    'AddCustomAttributes',
    {
      ...inPool,
      CustomAttributes: required({ kind: 'list', min: 1, max: 25, of: schemaAttribute } as const),
    },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      const added = attributeDefinitions(input.CustomAttributes, () => undefined)
      const known = attributeSchema(pool.settings)
      for (const one of added)
        if (known.has(one.name)) refuse(administrationRefusals.attributeExists(one.name))
      checkCustomAttributeCount([...known.keys(), ...added.map(({ name }) => name)])
      pool.settings = {
        ...pool.settings,
        attributes: [...pool.settings.attributes, ...added],
      }
      pool.modifiedAt = state.ports.now()
      return {}
    },
  ),
]

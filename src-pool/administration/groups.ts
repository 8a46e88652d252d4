import type { Operation } from '../operations/operation.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { page } from '../requests/page.ts'
import type { Group, Pool } from '../state/pool.ts'
import { administrative, inPool, ofUser, poolById, userInPool } from './administrative-operation.ts'
import { userType } from './user-answer.ts'

const GroupName = required({
  kind: 'text',
  min: 1,
  max: 128,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
} as const)
const group = {
  ...inPool,
  GroupName,
  Description: { kind: 'text', max: 2048 },
  RoleArn: model.arn,
  Precedence: { kind: 'number', min: 0 },
} as const
const membership = { ...ofUser, GroupName }
const listing = {
  Limit: { kind: 'number', min: 0, max: 60 },
  NextToken: model.nextToken,
} as const

const groupIn = ({ groups }: Pool, name: string): Group =>
  groups.find((candidate) => candidate.name === name) ?? refuse(administrationRefusals.groupUnknown)

const groupAnswer = (pool: Pool, found: Group) => ({
  CreationDate: found.createdAt / 1000,
  ...(found.description === undefined ? {} : { Description: found.description }),
  GroupName: found.name,
  LastModifiedDate: found.modifiedAt / 1000,
  ...(found.precedence === undefined ? {} : { Precedence: found.precedence }),
  ...(found.roleArn === undefined ? {} : { RoleArn: found.roleArn }),
  UserPoolId: pool.id,
})

const inputs = (input: {
  readonly Description: string | undefined
  readonly RoleArn: string | undefined
  readonly Precedence: number | undefined
}) => ({
  ...(input.Description === undefined ? {} : { description: input.Description }),
  ...(input.RoleArn === undefined ? {} : { roleArn: input.RoleArn }),
  ...(input.Precedence === undefined ? {} : { precedence: input.Precedence }),
})

/** Groups of a pool, and who is in them. */
export const groupOperations: readonly Operation[] = [
  administrative('CreateGroup', group, (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    if (pool.groups.some(({ name }) => name === input.GroupName))
      refuse(administrationRefusals.groupExists)
    const now = state.ports.now()
    const created = { name: input.GroupName, ...inputs(input), createdAt: now, modifiedAt: now }
    pool.groups.push(created)
    return { Group: groupAnswer(pool, created) }
  }),

  administrative('GetGroup', { ...inPool, GroupName }, (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    return { Group: groupAnswer(pool, groupIn(pool, input.GroupName)) }
  }),

  administrative('UpdateGroup', group, (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    const before = groupIn(pool, input.GroupName)
    const updated = { ...before, ...inputs(input), modifiedAt: state.ports.now() }
    pool.groups = pool.groups.map((other) => (other === before ? updated : other))
    return { Group: groupAnswer(pool, updated) }
  }),

  administrative('DeleteGroup', { ...inPool, GroupName }, (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    const { name } = groupIn(pool, input.GroupName)
    pool.groups = pool.groups.filter((other) => other.name !== name)
    for (const user of pool.users) user.groups = user.groups.filter((other) => other !== name)
    return undefined
  }),

  administrative('ListGroups', { ...inPool, ...listing }, (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    const { items, next } = page(pool.groups, input.Limit, input.NextToken)
    return {
      Groups: items.map((found) => groupAnswer(pool, found)),
      ...(next === undefined ? {} : { NextToken: next }),
    }
  }),

  administrative('AdminAddUserToGroup', membership, (state, input) => {
    const { pool, user } = userInPool(state, input)
    const { name } = groupIn(pool, input.GroupName)
    if (!user.groups.includes(name)) user.groups = [...user.groups, name]
    return undefined
  }),

  administrative('AdminRemoveUserFromGroup', membership, (state, input) => {
    const { pool, user } = userInPool(state, input)
    const { name } = groupIn(pool, input.GroupName)
    user.groups = user.groups.filter((other) => other !== name)
    return undefined
  }),

  administrative('AdminListGroupsForUser', { ...ofUser, ...listing }, (state, input) => {
    const { pool, user } = userInPool(state, input)
    const groups = pool.groups.filter(({ name }) => user.groups.includes(name))
    const { items, next } = page(groups, input.Limit, input.NextToken)
    return {
      Groups: items.map((found) => groupAnswer(pool, found)),
      ...(next === undefined ? {} : { NextToken: next }),
    }
  }),

  administrative('ListUsersInGroup', { ...inPool, GroupName, ...listing }, (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    const { name } = groupIn(pool, input.GroupName)
    const members = pool.users.filter(({ groups }) => groups.includes(name))
    const { items, next } = page(members, input.Limit, input.NextToken)
    return { ...(next === undefined ? {} : { NextToken: next }), Users: items.map(userType) }
  }),
]

import { clientSchema, explicitAuthFlows } from '../configuration/configuration.ts'
import type { Operation } from '../operations/operation.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Values } from '../requests/members.ts'
import { model, required } from '../requests/model.ts'
import { page } from '../requests/page.ts'
import type { Client, Pool } from '../state/pool.ts'
import { randomText } from '../state/random-text.ts'
import { administrative, inPool, poolById } from './administrative-operation.ts'

/** What the flags of before the ALLOW_ ones stand for; SRP, custom and refresh go with each. */
const legacyFlows: Readonly<Record<string, readonly string[]>> = {
  ADMIN_NO_SRP_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'],
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'],
  CUSTOM_AUTH_FLOW_ONLY: [],
}
const secondsOf: Readonly<Record<string, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
}

const unit = { kind: 'text', values: Object.keys(secondsOf) } as const
const validity = { kind: 'number', min: 0, max: 315_360_000 } as const
const attributeNames = { kind: 'list', of: model.attributeName } as const
const name = { kind: 'text', min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' } as const

const clientMembers = {
  RefreshTokenValidity: validity,
  AccessTokenValidity: validity,
  IdTokenValidity: validity,
  TokenValidityUnits: {
    kind: 'structure',
    members: { AccessToken: unit, IdToken: unit, RefreshToken: unit },
  },
  ReadAttributes: attributeNames,
  WriteAttributes: attributeNames,
  ExplicitAuthFlows: {
    kind: 'list',
    of: { kind: 'text', values: [...Object.keys(legacyFlows), ...explicitAuthFlows] },
  },
  PreventUserExistenceErrors: { kind: 'text', values: ['LEGACY', 'ENABLED'] },
  EnableTokenRevocation: model.flag,
  AuthSessionValidity: { kind: 'number', min: 3, max: 15 },
  RefreshTokenRotation: {
    kind: 'structure',
    members: {
      Feature: { kind: 'text', values: ['ENABLED', 'DISABLED'] },
      RetryGracePeriodSeconds: { kind: 'number', min: 0, max: 60 },
    },
  },
} as const
const ofClient = { ...inPool, ClientId: required(model.clientId) } as const

function flowsOf(inputs: readonly string[] | undefined, isRotating: boolean) {
  if (!inputs || inputs.length === 0) return undefined
  const legacy = inputs.flatMap((flow) => {
    const meaning = legacyFlows[flow]
    return meaning ? [...meaning, 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] : []
  })
  const flows = [...new Set([...inputs.filter((flow) => !legacyFlows[flow]), ...legacy])]
  const hasRefresh = flows.includes('ALLOW_REFRESH_TOKEN_AUTH')
  if (isRotating && hasRefresh) refuse(administrationRefusals.refreshWithRotation)
  if (!isRotating && !hasRefresh) refuse(administrationRefusals.refreshNotAllowed)
  return flows
}

/** A client of an operation's input: what that does not name is at its default. */
function clientFrom(
  identity: { readonly id: string; readonly name: string; readonly secret: string | undefined },
  input: Values<typeof clientMembers>,
): Client {
  const units = input.TokenValidityUnits
  const inSeconds = (inputs: number | undefined, unitName: string) =>
    // 0 is as good as none.
    inputs ? inputs * (secondsOf[unitName] ?? 1) : undefined
  const rotation = input.RefreshTokenRotation
  const isRotating = rotation?.Feature === 'ENABLED'
  return clientSchema.parse({
    ...identity,
    explicitAuthFlows:
      flowsOf(input.ExplicitAuthFlows, isRotating) ??
      (isRotating ? ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'] : undefined),
    preventUserExistenceErrors: input.PreventUserExistenceErrors,
    authSessionValidity: input.AuthSessionValidity,
    accessTokenValidity: inSeconds(input.AccessTokenValidity, units?.AccessToken ?? 'hours'),
    idTokenValidity: inSeconds(input.IdTokenValidity, units?.IdToken ?? 'hours'),
    refreshTokenValidity: inSeconds(input.RefreshTokenValidity, units?.RefreshToken ?? 'days'),
    enableTokenRevocation: input.EnableTokenRevocation,
    refreshTokenRotation: isRotating
      ? { retryGracePeriodSeconds: rotation.RetryGracePeriodSeconds }
      : undefined,
    readAttributes: input.ReadAttributes?.length ? input.ReadAttributes : undefined,
    writeAttributes: input.WriteAttributes?.length ? input.WriteAttributes : undefined,
  })
}

const clientAnswer = (pool: Pool, client: Client) => ({
  AccessTokenValidity: client.accessTokenValidity,
  AllowedOAuthFlowsUserPoolClient: false,
  AuthSessionValidity: client.authSessionValidity,
  ClientId: client.id,
  ClientName: client.name,
  ...(client.secret === undefined ? {} : { ClientSecret: client.secret }),
  CreationDate: pool.createdAt / 1000,
  EnableTokenRevocation: client.enableTokenRevocation,
  ExplicitAuthFlows: client.explicitAuthFlows,
  IdTokenValidity: client.idTokenValidity,
  LastModifiedDate: pool.modifiedAt / 1000,
  PreventUserExistenceErrors: client.preventUserExistenceErrors,
  ...(client.readAttributes ? { ReadAttributes: client.readAttributes } : {}),
  ...(client.refreshTokenRotation
    ? {
        RefreshTokenRotation: {
          Feature: 'ENABLED',
          RetryGracePeriodSeconds: client.refreshTokenRotation.retryGracePeriodSeconds,
        },
      }
    : {}),
  RefreshTokenValidity: client.refreshTokenValidity,
  // Whatever was given, the practice pool reckons in seconds.
  TokenValidityUnits: { AccessToken: 'seconds', IdToken: 'seconds', RefreshToken: 'seconds' },
  UserPoolId: pool.id,
  ...(client.writeAttributes ? { WriteAttributes: client.writeAttributes } : {}),
})

const clientIn = ({ clients }: Pool, id: string): Client =>
  clients.find((client) => client.id === id) ?? refuse(refusals.clientUnknown(id))

/** App clients of a pool. */
export const userPoolClientOperations: readonly Operation[] = [
  administrative(
    'CreateUserPoolClient',
    { ...inPool, ClientName: required(name), GenerateSecret: model.flag, ...clientMembers },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      const identity = {
        id: randomText(state.ports, 26),
        name: input.ClientName,
        secret: input.GenerateSecret ? randomText(state.ports, 51) : undefined,
      }
      const client = clientFrom(identity, input)
      pool.clients = [...pool.clients, client]
      return { UserPoolClient: clientAnswer(pool, client) }
    },
  ),

  administrative('DescribeUserPoolClient', ofClient, (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    return { UserPoolClient: clientAnswer(pool, clientIn(pool, input.ClientId)) }
  }),

  administrative(
    'UpdateUserPoolClient',
    { ...ofClient, ClientName: name, ...clientMembers },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      const before = clientIn(pool, input.ClientId)
      const { id, secret } = before
      const after = clientFrom({ id, secret, name: input.ClientName ?? before.name }, input)
      pool.clients = pool.clients.map((client) => (client === before ? after : client))
      return { UserPoolClient: clientAnswer(pool, after) }
    },
  ),

  administrative('DeleteUserPoolClient', ofClient, (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    const deleted = clientIn(pool, input.ClientId)
    pool.clients = pool.clients.filter((client) => client !== deleted)
    return undefined
  }),

  administrative(
    'ListUserPoolClients',
    {
      ...inPool,
      MaxResults: { kind: 'number', min: 1, max: 60 },
      NextToken: { kind: 'text', min: 1, pattern: '[\\S]+' },
    },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      const { items, next } = page(pool.clients, input.MaxResults, input.NextToken)
      return {
        ...(next === undefined ? {} : { NextToken: next }),
        UserPoolClients: items.map((client) => ({
          ClientId: client.id,
          ClientName: client.name,
          UserPoolId: pool.id,
        })),
      }
    },
  ),
]

import type { Operation } from '../operations/operation.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { JsonObject } from '../requests/members.ts'
import { model, required } from '../requests/model.ts'
import { page } from '../requests/page.ts'
import { newClientSecret } from '../state/client-secret.ts'
import type { Client, Pool } from '../state/pool.ts'
import { randomText } from '../state/random-text.ts'
import { administrative, inPool, poolById } from './administrative-operation.ts'
import { clientFromInput, clientMembers } from './client-settings.ts'
import { checkClientCount } from './limits.ts'

const name = { kind: 'text', min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' } as const

/** The members that name a client of a pool. */
export const ofClient = { ...inPool, ClientId: required(model.clientId) } as const

/**
 * The client of this id in a pool.
 * @throws Refusal ResourceNotFoundException
 */
export const clientIn = ({ clients }: Pool, id: string): Client =>
  clients.find((client) => client.id === id) ?? refuse(refusals.clientUnknown(id))

/** Puts a client in another's place. */
export function replaceClient(pool: Pool, before: Client, after: Client): void {
  pool.clients = pool.clients.map((client) => (client === before ? after : client))
}

/** `UserPoolClient` of an answer: as it was given, and what was not given at its default. */
function clientAnswer(pool: Pool, client: Client): JsonObject {
  const { storedInput } = client
  const [secret] = client.secrets
  return {
    AllowedOAuthFlowsUserPoolClient: false,
    AuthSessionValidity: client.authSessionValidity,
    EnablePropagateAdditionalUserContextData: false,
    RefreshTokenValidity: 30,
    ...(client.readAttributes && { ReadAttributes: client.readAttributes }),
    ...(client.writeAttributes && { WriteAttributes: client.writeAttributes }),
    ...(client.refreshTokenRotation && {
      RefreshTokenRotation: {
        Feature: 'ENABLED',
        RetryGracePeriodSeconds: client.refreshTokenRotation.retryGracePeriodSeconds,
      },
    }),
    ...storedInput,
    ClientId: client.id,
    ClientName: client.name,
    ClientType: client.type,
    ...(secret && { ClientSecret: secret.value }),
    CreationDate: client.createdAt / 1000,
    EnableTokenRevocation: client.enableTokenRevocation,
    // As given, unless a person has changed them here since.
    ExplicitAuthFlows: storedInput.ExplicitAuthFlows ?? client.explicitAuthFlows,
    LastModifiedDate: client.modifiedAt / 1000,
    PreventUserExistenceErrors: client.preventUserExistenceErrors,
    UserPoolId: pool.id,
  }
}

/** App clients of a pool. */
export const userPoolClientOperations: readonly Operation[] = [
  administrative(
    'CreateUserPoolClient',
    {
      ...inPool,
      ClientName: required(name),
      GenerateSecret: model.flag,
      ClientSecret: model.clientSecret,
      ...clientMembers,
    },
    (state, { UserPoolId, ClientName, GenerateSecret, ClientSecret, ...input }) => {
      const pool = poolById(state, UserPoolId)
      checkClientCount(pool)
      if (GenerateSecret && ClientSecret !== undefined) refuse(administrationRefusals.twoSecrets)
      const now = state.ports.now()
      const id = randomText(state.ports, 26)
      const hasSecret = GenerateSecret ?? ClientSecret !== undefined
      const secrets = hasSecret ? [newClientSecret(state.ports, id, ClientSecret)] : []
      const identity = {
        id,
        name: ClientName,
        type: 'REGULAR' as const,
        secrets,
        createdAt: now,
        modifiedAt: now,
      }
      const client = clientFromInput(pool, identity, input)
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
    (state, { UserPoolId, ClientId, ClientName, ...input }) => {
      const pool = poolById(state, UserPoolId)
      const before = clientIn(pool, ClientId)
      const { id, secrets, type, createdAt, ssoSession } = before
      const modifiedAt = state.ports.now()
      const name = ClientName ?? before.name
      const identity = { id, secrets, type, createdAt, modifiedAt, name }
      const after = clientFromInput(
        pool,
        // Sessions have an operation of their own.
        ssoSession ? { ...identity, ssoSession } : identity,
        input,
      )
      replaceClient(pool, before, after)
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
      NextToken: model.nextToken,
      ClientType: { kind: 'text', values: ['REGULAR', 'DCR'] },
    },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      const clients = pool.clients.filter(
        ({ type }) => input.ClientType === undefined || type === input.ClientType,
      )
      const { items, next } = page(clients, input.MaxResults, input.NextToken)
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

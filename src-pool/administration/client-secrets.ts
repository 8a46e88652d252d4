import type { Operation } from '../operations/operation.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { newClientSecret, type ClientSecret } from '../state/client-secret.ts'
import type { Client, Pool } from '../state/pool.ts'
import { administrative, poolById } from './administrative-operation.ts'
import { clientIn, ofClient, replaceClient } from './user-pool-clients.ts'

const maxSecrets = 2

/** The client whose secrets an operation is about; one that registered itself has no such operations. */
function rotatingClient(pool: Pool, id: string): Client {
  const client = clientIn(pool, id)
  return client.type === 'DCR' ? refuse(administrationRefusals.secretsOfDcr) : client
}

const descriptor = ({ id, createdAt }: ClientSecret) => ({
  ClientSecretCreateDate: createdAt / 1000,
  ClientSecretId: id,
})

/** The two secrets that an app client can have at once; either makes a right SECRET_HASH. */
export const clientSecretOperations: readonly Operation[] = [
  administrative(
    'AddUserPoolClientSecret',
    { ...ofClient, ClientSecret: model.clientSecret },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      const client = rotatingClient(pool, input.ClientId)
      if (client.secrets.length === 0) refuse(administrationRefusals.clientIsPublic)
      if (client.secrets.length >= maxSecrets) refuse(administrationRefusals.tooManySecrets)
      const added = newClientSecret(state.ports, client.id, input.ClientSecret)
      if (client.secrets.some(({ value }) => value === added.value))
        refuse(administrationRefusals.secretIsThere)
      replaceClient(pool, client, { ...client, secrets: [...client.secrets, added] })
      return {
        ClientSecretDescriptor: {
          ...descriptor(added),
          ...(input.ClientSecret === undefined && { ClientSecretValue: added.value }),
        },
      }
    },
  ),

  administrative(
    'ListUserPoolClientSecrets',
    // Two secrets never make a second page.
    { ...ofClient, NextToken: model.nextToken },
    (state, input) => {
      const client = rotatingClient(poolById(state, input.UserPoolId), input.ClientId)
      return { ClientSecrets: client.secrets.map(descriptor) }
    },
  ),

  administrative(
    'DeleteUserPoolClientSecret',
    { ...ofClient, ClientSecretId: required({ kind: 'text', min: 1, max: 128 } as const) },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      const client = rotatingClient(pool, input.ClientId)
      const secrets = client.secrets.filter(({ id }) => id !== input.ClientSecretId)
      if (secrets.length === client.secrets.length) refuse(administrationRefusals.secretUnknown)
      if (secrets.length === 0) refuse(administrationRefusals.lastSecret)
      replaceClient(pool, client, { ...client, secrets })
      return {}
    },
  ),
]

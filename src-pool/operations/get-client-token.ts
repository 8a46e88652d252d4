import { isClientSecret } from '../credentials/check-secret-hash.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required, withoutEffect } from '../requests/model.ts'
import { clientCallOf } from '../state/find-client.ts'
import { signedClientToken } from '../tokens/client-token.ts'
import { defineOperation } from './operation.ts'

/** GetClientToken: an access token of the client itself, without any user. */
export const getClientToken = defineOperation(
  'GetClientToken',
  {
    ClientId: required(model.clientId),
    Secret: required(model.clientSecret),
    Scopes: { kind: 'list', max: 50, of: { kind: 'text', min: 1, max: 256 } },
    // It is for the third version of PreTokenGeneration, which does not run here for a client.
    ClientMetadata: withoutEffect(model.map),
  },
  async (state, { ClientId, Secret, Scopes }) => {
    const clientCall = clientCallOf(state, ClientId)
    const { client } = clientCall
    if (client.secrets.length === 0 || !isClientSecret(client, Secret))
      refuse(refusals.clientTokenSecretWrong)
    if (!client.explicitAuthFlows.includes('ALLOW_CLIENT_TOKEN_AUTH'))
      refuse(administrationRefusals.adminFlowOff)
    const scopes = Scopes?.length ? Scopes : client.allowedScopes
    if (!scopes.every((scope) => client.allowedScopes.includes(scope)))
      refuse(refusals.scopeInvalid)
    return {
      ClientAuthenticationResult: {
        AccessToken: await signedClientToken(clientCall, scopes),
        ExpiresIn: client.accessTokenValidity,
        TokenType: 'Bearer',
      },
    }
  },
)

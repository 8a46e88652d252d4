import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { isClientSecret } from '../credentials/check-secret-hash.ts'
import { clientCallOf } from '../state/find-client.ts'
import { defineOperation } from './operation.ts'

/** RevokeToken: ends a refresh token and every access token that came of it. */
export const revokeToken = defineOperation(
  'RevokeToken',
  {
    Token: required(model.token),
    ClientId: required(model.clientId),
    ClientSecret: model.clientSecret,
    RevokeAssociatedSessions: model.associatedSessions,
  },
  (state, { Token, ClientId, ClientSecret = '' }) => {
    const { client } = clientCallOf(state, ClientId)
    if (!isClientSecret(client, ClientSecret)) refuse(refusals.clientSecretWrong)
    if (!client.enableTokenRevocation) refuse(refusals.revocationOff)
    // Three parts make a signed token, five a refresh token.
    if (Token.split('.').length === 3) refuse(refusals.tokenTypeUnsupported)
    const grant = state.grants.byRefreshToken(Token)
    // As OAuth has it: a token that means nothing here is as good as revoked.
    if (grant?.clientId === client.id) grant.revoked = true
    return {}
  },
)

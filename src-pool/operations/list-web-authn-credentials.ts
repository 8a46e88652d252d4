import { model, required } from '../requests/model.ts'
import { page } from '../requests/page.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** ListWebAuthnCredentials: the passkeys of the token's owner; dates in seconds since 1970. */
export const listWebAuthnCredentials = defineOperation(
  'ListWebAuthnCredentials',
  {
    AccessToken: required(model.token),
    NextToken: model.nextToken,
    MaxResults: { kind: 'number', min: 0, max: 20 },
  },
  async (state, { AccessToken, NextToken, MaxResults }) => {
    const { user } = await checkAccessToken(state, AccessToken)
    const { items, next } = page(user.passkeys, MaxResults, NextToken, 20)
    return {
      Credentials: items.map(({ attachment, transports, createdAt, ...passkey }) => ({
        ...(attachment === undefined ? {} : { AuthenticatorAttachment: attachment }),
        AuthenticatorTransports: transports,
        CreatedAt: createdAt / 1000,
        CredentialId: passkey.id,
        FriendlyCredentialName: passkey.friendlyName,
        RelyingPartyId: passkey.relyingPartyId,
      })),
      ...(next === undefined ? {} : { NextToken: next }),
    }
  },
)

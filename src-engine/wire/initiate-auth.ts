import { secretHash } from '../secret-hash/secret-hash.ts'
import type { AppClient, SignInInput, WireValues } from '../sign-in/context.ts'
import type { WireRequest } from './request.ts'

/**
 * Builds InitiateAuth. SECRET_HASH is added wherever the client has a secret, unless one was given;
 * a parameter that was left empty is not sent, as the preview shows it.
 * @param hashName the user name that SECRET_HASH is made over
 */
export function initiateAuth(
  client: AppClient,
  input: SignInInput,
  authParameters: WireValues,
  hashName: string,
): WireRequest {
  return {
    operation: 'InitiateAuth',
    input: {
      AuthFlow: input.flow,
      ClientId: client.clientId,
      AuthParameters: withSecretHash(client, filled(authParameters), hashName),
      ...contextMembers(input),
      ...(input.session && { Session: input.session }),
    },
  }
}

const filled = (values: WireValues): WireValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

/** The values with SECRET_HASH, where the client has a secret and none was given. */
export const withSecretHash = (
  client: AppClient,
  values: WireValues,
  hashName: string,
): WireValues =>
  client.clientSecret && values['SECRET_HASH'] === undefined
    ? { ...values, SECRET_HASH: secretHash(client.clientSecret, hashName, client.clientId) }
    : values

/** The members that InitiateAuth and RespondToAuthChallenge share; an empty one is left out. */
export function contextMembers(
  input: Pick<SignInInput, 'analyticsEndpointId' | 'clientMetadata' | 'userContextData'>,
): WireRequest['input'] {
  const { analyticsEndpointId, clientMetadata } = input
  const { EncodedData, IpAddress } = input.userContextData ?? {}
  return {
    ...(clientMetadata && Object.keys(clientMetadata).length > 0
      ? { ClientMetadata: clientMetadata }
      : {}),
    ...(analyticsEndpointId
      ? { AnalyticsMetadata: { AnalyticsEndpointId: analyticsEndpointId } }
      : {}),
    ...(EncodedData || IpAddress
      ? {
          UserContextData: { ...(IpAddress && { IpAddress }), ...(EncodedData && { EncodedData }) },
        }
      : {}),
  }
}

import { secretHash } from '../secret-hash/secret-hash.ts'
import type { AppClient } from './app-client.ts'
import type { SignInInput } from './sign-in-input.ts'
import type { WireValues } from './wire-values.ts'
import type { WireRequest } from './request.ts'

/**
 * Builds InitiateAuth, or AdminInitiateAuth where an administrator calls. SECRET_HASH is added wherever the client has a secret, unless one was given;
 * a parameter that was left empty is not sent, as the preview shows it.
 * @param hashName the username that SECRET_HASH is computed over
 */
export function initiateAuth(
  client: AppClient,
  input: SignInInput,
  authParameters: WireValues,
  hashName: string,
): WireRequest {
  return {
    operation: input.asAdmin ? 'AdminInitiateAuth' : 'InitiateAuth',
    input: {
      ...poolMember(client, input),
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

/** An administrator names the user pool; the public operations know it by the client. */
export const poolMember = (
  { userPoolId }: AppClient,
  { asAdmin }: Pick<SignInInput, 'asAdmin'>,
): WireRequest['input'] => (asAdmin ? { UserPoolId: userPoolId } : {})

/** What InitiateAuth and RespondToAuthChallenge receive in addition to their own inputs. */
export type CallContext = Pick<
  SignInInput,
  'analyticsEndpointId' | 'asAdmin' | 'clientMetadata' | 'userContextData'
>

/** The members that InitiateAuth and RespondToAuthChallenge share; an empty one is left out. */
export function contextMembers(input: CallContext): WireRequest['input'] {
  const { analyticsEndpointId, asAdmin, clientMetadata } = input
  const { EncodedData, IpAddress } = input.userContextData ?? {}
  const { HttpHeaders = {}, ServerName, ServerPath } = asAdmin ?? {}
  const headers = Object.entries(HttpHeaders)
  const context = {
    ...(IpAddress && { IpAddress }),
    ...(ServerName && { ServerName }),
    ...(ServerPath && { ServerPath }),
    ...(headers.length > 0 && {
      HttpHeaders: headers.map(([headerName, headerValue]) => ({ headerName, headerValue })),
    }),
    ...(EncodedData && { EncodedData }),
  }
  return {
    ...(clientMetadata && Object.keys(clientMetadata).length > 0
      ? { ClientMetadata: clientMetadata }
      : {}),
    ...(analyticsEndpointId
      ? { AnalyticsMetadata: { AnalyticsEndpointId: analyticsEndpointId } }
      : {}),
    ...(Object.keys(context).length > 0 && {
      [asAdmin ? 'ContextData' : 'UserContextData']: context,
    }),
  }
}

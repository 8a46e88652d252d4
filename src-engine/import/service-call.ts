import { isJsonObject, member } from './json-object.ts'

/** A target as the service wants it, in any case. */
const target = /^AWSCognitoIdentityProviderService\.(\w+)$/i

/** The operation that an X-Amz-Target names; nothing where it is of another service. */
export const operationOf = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : target.exec(value.trim())?.[1]

/** Whether a URL is of the user pool service itself; a custom endpoint is not recognised by it. */
export const isServiceUrl = (url: string): boolean =>
  /^https?:\/\/cognito-idp(-fips)?\.[\w-]+\.[\w.-]+(:\d+)?(\/|$|\?)/i.test(url)

/**
 * The operation that a body can only be of; for calls whose target is missing, in the file or on
 * the wire.
 */
export function operationOfBody(body: unknown): string | undefined {
  if (!isJsonObject(body)) return undefined
  const prefix = typeof member(body, 'UserPoolId') === 'string' ? 'Admin' : ''
  if (isJsonObject(member(body, 'AuthParameters')) && member(body, 'AuthFlow') !== undefined)
    return `${prefix}InitiateAuth`
  if (isJsonObject(member(body, 'ChallengeResponses'))) return `${prefix}RespondToAuthChallenge`
  return undefined
}

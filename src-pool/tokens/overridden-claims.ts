import type { ClaimChanges } from '../triggers/pre-token-generation.ts'

/** What no trigger can change. Source: developer guide, "pre token generation". */
const fixedClaims: readonly string[] = [
  'acr',
  'amr',
  'at_hash',
  'aud',
  'auth_time',
  'azp',
  'client_id',
  'device_key',
  'event_id',
  'exp',
  'iat',
  'identities',
  'iss',
  'jti',
  'nbf',
  'nonce',
  'origin_jti',
  'scope',
  'sub',
  'token_use',
  'username',
  'version',
  'cognito:username',
  'cognito:groups',
  'cognito:roles',
  'cognito:preferred_role',
]

/** Claims as a trigger wants them; what it may not change stays as it is, without a word. */
export function overridden(
  claims: Readonly<Record<string, unknown>>,
  changes: ClaimChanges | undefined,
): Record<string, unknown> {
  if (!changes) return { ...claims }
  const { add, suppress } = changes
  const isFree = ([name]: [string, unknown]) => !fixedClaims.includes(name)
  const changed = { ...claims, ...Object.fromEntries(Object.entries(add).filter(isFree)) }
  const isKept = ([name]: [string, unknown]) =>
    fixedClaims.includes(name) || !suppress.includes(name)
  return Object.fromEntries(Object.entries(changed).filter(isKept))
}

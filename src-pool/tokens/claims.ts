import { assuranceOf, methodsOf } from './assurance.ts'
import type { Grant } from '../state/grants.ts'
import type { Pool, User } from '../state/pool.ts'
import { issuerOf, type ClientCall } from '../state/practice-state.ts'
import type { TokenOverrides } from '../triggers/pre-token-generation.ts'
import { overridden } from './overridden-claims.ts'

/** The scope of a token from an API sign-in, which the access-token operations want. */
export const userAdminScope = 'aws.cognito.signin.user.admin'

/** The payload of a token; times in seconds since 1970. */
export type Claims = Record<string, unknown>

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000)

interface Issue {
  readonly clientCall: ClientCall
  readonly user: User
  readonly grant: Grant
  readonly overrides: TokenOverrides | undefined
  /** A UUID of this token's own. */
  readonly jti: string
}

/** Claims of an ID token: the user's readable attributes, and who, for whom and when. */
export function idClaims({ clientCall, user, grant, overrides, jti }: Issue): Claims {
  const { state, pool, client } = clientCall
  const now = state.ports.now()
  const claims = {
    sub: user.sub,
    ...groups(overrides?.groups ?? user.groups),
    ...roles(rolesOf(pool, user, overrides)),
    ...readableAttributes(clientCall, user),
    iss: issuerOf(state, pool),
    'cognito:username': user.username,
    ...origin(clientCall, grant),
    ...assurance(clientCall, grant),
    aud: client.id,
    event_id: grant.eventId,
    token_use: 'id',
    auth_time: seconds(grant.signedInAt),
    exp: seconds(now) + client.idTokenValidity,
    iat: seconds(now),
    ...(client.enableTokenRevocation ? { jti } : {}),
  }
  return overridden(claims, overrides?.id)
}

/** Claims of an access token: it has a `client_id` where the ID token has an `aud`. */
export function accessClaims({ clientCall, user, grant, overrides, jti }: Issue): Claims {
  const { state, pool, client } = clientCall
  const now = state.ports.now()
  const claims = {
    sub: user.sub,
    ...groups(overrides?.groups ?? user.groups),
    ...(grant.deviceKey === undefined ? {} : { device_key: grant.deviceKey }),
    iss: issuerOf(state, pool),
    client_id: client.id,
    ...origin(clientCall, grant),
    ...assurance(clientCall, grant),
    event_id: grant.eventId,
    token_use: 'access',
    scope: scopes(overrides),
    auth_time: seconds(grant.signedInAt),
    exp: seconds(now) + client.accessTokenValidity,
    iat: seconds(now),
    ...(client.enableTokenRevocation ? { jti } : {}),
    username: user.username,
  }
  return overridden(claims, overrides?.access)
}

const origin = ({ client }: ClientCall, { originJti }: Grant): Claims =>
  client.enableTokenRevocation ? { origin_jti: originJti } : {}

/** How the sign-in was done; from the tier Essentials on. */
const assurance = ({ pool }: ClientCall, { factors }: Grant): Claims =>
  pool.settings.tier === 'LITE' || factors.length === 0
    ? {}
    : { acr: assuranceOf(pool.settings, factors), amr: methodsOf(factors) }

const groups = (names: readonly string[]): Claims =>
  names.length > 0 ? { 'cognito:groups': names } : {}

/** Groups with a role, the lowest precedence first. */
const groupsWithRole = ({ groups: all }: Pool, names: readonly string[]) =>
  all
    .flatMap(({ name, precedence = Infinity, roleArn }) =>
      roleArn !== undefined && names.includes(name) ? [{ precedence, roleArn }] : [],
    )
    .sort((a, b) => (a.precedence < b.precedence ? -1 : Number(a.precedence > b.precedence)))

/** The roles of the user's groups, unless a trigger says otherwise. */
export const groupRoles = (pool: Pool, names: readonly string[]): readonly string[] =>
  groupsWithRole(pool, names).map(({ roleArn }) => roleArn)

/**
 * The role of the group with the lowest precedence; undefined where several groups have that
 * precedence and different roles.
 */
export function preferredGroupRole(pool: Pool, names: readonly string[]): string | undefined {
  const [first, ...others] = groupsWithRole(pool, names)
  const isTied = others.some(
    ({ precedence, roleArn }) => precedence === first?.precedence && roleArn !== first.roleArn,
  )
  return isTied ? undefined : first?.roleArn
}

function rolesOf(
  pool: Pool,
  user: User,
  overrides: TokenOverrides | undefined,
): Partial<TokenOverrides> {
  const names = overrides?.groups ?? user.groups
  const found = overrides?.roles ?? groupRoles(pool, names)
  const preferredRole =
    overrides?.preferredRole ??
    (overrides?.roles ? overrides.roles[0] : preferredGroupRole(pool, names))
  return { roles: found, ...(preferredRole !== undefined && { preferredRole }) }
}

const roles = ({ roles, preferredRole }: Partial<TokenOverrides> = {}): Claims => ({
  ...(roles && roles.length > 0 ? { 'cognito:roles': roles } : {}),
  ...(preferredRole === undefined ? {} : { 'cognito:preferred_role': preferredRole }),
})

function scopes({ scopesToAdd = [], scopesToSuppress = [] }: Partial<TokenOverrides> = {}): string {
  const kept = [userAdminScope].filter((scope) => !scopesToSuppress.includes(scope))
  return [...new Set([...kept, ...scopesToAdd])].join(' ')
}

function readableAttributes({ client }: ClientCall, user: User): Claims {
  const claims: Claims = {}
  for (const [name, value] of Object.entries(user.attributes)) {
    if (client.readAttributes && !client.readAttributes.includes(name)) continue
    // The two flags are the only attributes that come out as booleans.
    claims[name] = name.endsWith('_verified') ? value === 'true' : value
  }
  return claims
}

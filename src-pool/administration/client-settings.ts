import { checkClientSettings } from '../configuration/check-settings.ts'
import { checkTierOfClient } from '../configuration/check-tier.ts'
import { clientSchema, explicitAuthFlows } from '../configuration/configuration.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Member, Values } from '../requests/members.ts'
import { kept, model, required } from '../requests/model.ts'
import type { Client, Pool } from '../state/pool.ts'
import { checkOAuthSettings } from './oauth-settings.ts'

/** What the flags of before the ALLOW_ ones stand for; SRP, custom and refresh go with each. */
const legacyFlows: Readonly<Record<string, readonly string[]>> = {
  ADMIN_NO_SRP_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'],
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'],
  CUSTOM_AUTH_FLOW_ONLY: [],
}
const secondsOf: Readonly<Record<string, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
}
const minute = 60
const hour = 3600
const day = 86_400

const unit = { kind: 'text', values: Object.keys(secondsOf) } as const
const attributeNames = {
  kind: 'list',
  of: { kind: 'text', min: 1, max: 2048 },
} as const
const url = {
  kind: 'text',
  min: 1,
  max: 1024,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
} as const

/** The members of CreateUserPoolClient and of UpdateUserPoolClient. */
export const clientMembers = {
  RefreshTokenValidity: { kind: 'number', min: 0, max: 315_360_000 },
  AccessTokenValidity: { kind: 'number', min: 1, max: 86_400 },
  IdTokenValidity: { kind: 'number', min: 1, max: 86_400 },
  TokenValidityUnits: {
    kind: 'structure',
    members: { AccessToken: unit, IdToken: unit, RefreshToken: unit },
  },
  ReadAttributes: attributeNames,
  WriteAttributes: attributeNames,
  ExplicitAuthFlows: {
    kind: 'list',
    of: { kind: 'text', values: [...Object.keys(legacyFlows), ...explicitAuthFlows] },
  },
  // Managed login and other identity providers are not here.
  SupportedIdentityProviders: kept({
    kind: 'list',
    of: { kind: 'text', min: 1, max: 32, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+' },
  }),
  CallbackURLs: kept({ kind: 'list', max: 100, of: url }),
  LogoutURLs: kept({ kind: 'list', max: 100, of: url }),
  DefaultRedirectURI: kept(url),
  AllowedOAuthFlows: kept({
    kind: 'list',
    max: 3,
    of: { kind: 'text', values: ['code', 'implicit', 'client_credentials'] },
  }),
  AllowedOAuthScopes: {
    kind: 'list',
    max: 50,
    of: { kind: 'text', min: 1, max: 256, pattern: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+' },
  },
  AllowedOAuthFlowsUserPoolClient: kept(model.flag),
  AnalyticsConfiguration: kept({
    kind: 'structure',
    members: {
      ApplicationId: { kind: 'text', pattern: '^[0-9a-fA-F]+$' },
      ApplicationArn: model.arn,
      RoleArn: model.arn,
      ExternalId: model.open,
      UserDataShared: model.flag,
    },
  }),
  PreventUserExistenceErrors: { kind: 'text', values: ['LEGACY', 'ENABLED'] },
  EnableTokenRevocation: model.flag,
  EnablePropagateAdditionalUserContextData: kept(model.flag),
  AuthSessionValidity: { kind: 'number', min: 3, max: 15 },
  RefreshTokenRotation: {
    kind: 'structure',
    members: {
      Feature: required({ kind: 'text', values: ['ENABLED', 'DISABLED'] } as const),
      RetryGracePeriodSeconds: { kind: 'number', min: 0, max: 60 },
    },
  },
} as const satisfies Readonly<Record<string, Member>>

/** What an operation says of an app client. */
export type ClientInput = Values<typeof clientMembers>

const tokenFlow = 'ALLOW_CLIENT_TOKEN_AUTH'

function flowsOf(inputs: readonly string[] | undefined, isRotating: boolean) {
  if (!inputs || inputs.length === 0) return undefined
  const legacy = inputs.filter((flow) => legacyFlows[flow])
  if (legacy.length > 0 && legacy.length < inputs.length) refuse(administrationRefusals.flowsMixed)
  if (inputs.includes(tokenFlow)) return inputs
  const meaning = legacy.flatMap((flow) => [
    ...(legacyFlows[flow] ?? []),
    'ALLOW_CUSTOM_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
  ])
  const flows = [...new Set(legacy.length > 0 ? meaning : inputs)]
  const hasRefresh = flows.includes('ALLOW_REFRESH_TOKEN_AUTH')
  if (isRotating && hasRefresh) refuse(administrationRefusals.refreshWithRotation)
  if (!isRotating && !hasRefresh) refuse(administrationRefusals.refreshNotAllowed)
  return flows
}

/**
 * The validities in seconds.
 * @throws Refusal InvalidParameterException for one out of its range, whatever its unit
 */
function validities(input: ClientInput) {
  const units = input.TokenValidityUnits
  const inSeconds = (validity: number | undefined, unitName: string) =>
    validity === undefined ? undefined : validity * (secondsOf[unitName] ?? 1)
  const access = inSeconds(input.AccessTokenValidity, units?.AccessToken ?? 'hours') ?? hour
  const id = inSeconds(input.IdTokenValidity, units?.IdToken ?? 'hours') ?? hour
  // 0 is as good as none.
  const refresh = inSeconds(input.RefreshTokenValidity, units?.RefreshToken ?? 'days') || 30 * day
  const isIn = (value: number, min: number, max: number) => value >= min && value <= max
  if (
    !isIn(access, 5 * minute, day) ||
    !isIn(id, 5 * minute, day) ||
    !isIn(refresh, 60 * minute, 3650 * day)
  )
    refuse(administrationRefusals.validityOutOfRange)
  return {
    accessTokenValidity: access,
    idTokenValidity: id,
    refreshTokenValidity: refresh,
  }
}

/**
 * A client of an operation's input: what that does not name is at its default.
 * @throws Refusal InvalidParameterException
 */
export function clientFromInput(
  pool: Pool,
  identity: Pick<
    Client,
    'id' | 'name' | 'type' | 'secrets' | 'createdAt' | 'modifiedAt' | 'ssoSession'
  >,
  input: ClientInput,
): Client {
  checkOAuthSettings(pool, identity.secrets.length > 0, input)
  if (identity.type === 'DCR' && input.ExplicitAuthFlows) refuse(administrationRefusals.flowsOfDcr)
  const rotation = input.RefreshTokenRotation
  const isRotating = rotation?.Feature === 'ENABLED'
  const { secret: _, ...settings } = clientSchema.parse({
    name: identity.name,
    id: identity.id,
    explicitAuthFlows:
      (identity.type === 'DCR' ? [] : flowsOf(input.ExplicitAuthFlows, isRotating)) ??
      (isRotating ? ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'] : undefined),
    preventUserExistenceErrors: input.PreventUserExistenceErrors,
    authSessionValidity: input.AuthSessionValidity,
    ...validities(input),
    enableTokenRevocation: input.EnableTokenRevocation,
    refreshTokenRotation: isRotating
      ? { retryGracePeriodSeconds: rotation.RetryGracePeriodSeconds }
      : undefined,
    readAttributes: input.ReadAttributes?.length ? input.ReadAttributes : undefined,
    writeAttributes: input.WriteAttributes?.length ? input.WriteAttributes : undefined,
    allowedScopes: input.AllowedOAuthScopes,
  })
  checkTierOfClient(pool.settings.tier, settings)
  checkClientSettings(pool.settings, settings, identity.secrets.length > 0)
  return { ...settings, ...identity, storedInput: input }
}

import type { FoundConnection } from '#contract/routes/configurations.ts'
import { defaultAutomatic } from '#engine/catalogue/automatic-answers/index.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { profileColours } from '#contract/profile-colours.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import {
  validateClientId,
  validateEndpoint,
  validatePoolId,
  validateProxy,
  validateRegion,
  poolIdWithin,
  regionOf,
  warningAboutEndpoint,
} from '#contract/profile-checks.ts'

/** The fields of the profile dialog, without its secrets. */
export type ProfileFields = Pick<
  Profile,
  | 'name'
  | 'colour'
  | 'production'
  | 'region'
  | 'userPoolId'
  | 'clientId'
  | 'endpoint'
  | 'username'
  | 'flow'
  | 'automatic'
  | 'authSessionValidity'
  | 'asAdmin'
  | 'awsProfile'
  | 'proxy'
  | 'caFile'
  | 'trustedCertificates'
  | 'clientCertificateFile'
  | 'clientKeyFile'
>

/** What the dialog begins with. */
export const fieldsOf = (profile: Profile | undefined): ProfileFields => ({
  name: profile?.name ?? '',
  colour: profile?.colour ?? 'blue',
  production: profile?.production ?? false,
  region: profile?.region ?? '',
  userPoolId: profile?.userPoolId ?? '',
  clientId: profile?.clientId ?? '',
  endpoint: profile?.endpoint ?? '',
  username: profile?.username ?? '',
  flow: profile?.flow ?? 'USER_SRP_AUTH',
  automatic: profile ? { ...profile.automatic } : defaultAutomatic(),
  authSessionValidity: profile?.authSessionValidity ?? 3,
  asAdmin: profile?.asAdmin ?? false,
  awsProfile: profile?.awsProfile ?? '',
  proxy: profile?.proxy ?? '',
  caFile: profile?.caFile ?? '',
  trustedCertificates: [...(profile?.trustedCertificates ?? [])],
  clientCertificateFile: profile?.clientCertificateFile ?? '',
  clientKeyFile: profile?.clientKeyFile ?? '',
})

/**
 * The fields after a pool ID was typed or pasted: an ARN or issuer gives the ID in it, and the ID
 * gives the region unless another one was typed on purpose. While an ID is being replaced it gives
 * none; an emulator’s never does, and leaves the region.
 */
export function withPoolId(fields: ProfileFields, text: string): ProfileFields {
  const userPoolId = poolIdWithin(text.trim()) ?? text.trim()
  const region = regionOf(userPoolId)
  const followed = fields.region === '' || fields.region === regionOf(fields.userPoolId)
  if (!followed) return { ...fields, userPoolId }
  return { ...fields, userPoolId, region: region ?? (fields.endpoint === '' ? '' : fields.region) }
}

/** The fields with what was found of a connection. What makes no sense here stays as it is. */
export function withConnection(
  fields: ProfileFields,
  { fields: found, name }: FoundConnection,
): ProfileFields {
  const text = (field: string, otherwise: string) => found[field]?.text ?? otherwise
  const colour = profileColours.find((one) => one === found['colour']?.text)
  const flow = text('flow', '')
  const minutes = Number(text('authSessionValidity', ''))
  return {
    ...fields,
    name: name || fields.name,
    colour: colour ?? fields.colour,
    production: found['production'] ? found['production'].text === 'true' : fields.production,
    region: text('region', fields.region),
    userPoolId: text('userPoolId', fields.userPoolId),
    clientId: text('clientId', fields.clientId),
    endpoint: text('endpoint', fields.endpoint),
    username: text('username', fields.username),
    flow: flows.has(flow) ? flow : fields.flow,
    authSessionValidity: minutes >= 3 && minutes <= 15 ? minutes : fields.authSessionValidity,
  }
}

/**
 * The fields with what was found of a connection; what the person entered stays.
 * @param filled what the fields were filled with before, by which an entered value is told
 */
export function filledFields(
  fields: ProfileFields,
  filled: ProfileFields,
  connection: FoundConnection,
): ProfileFields {
  const before = new Map<string, unknown>(Object.entries(filled))
  const entered = Object.entries(fields).filter(
    ([name, value]) => value !== '' && JSON.stringify(value) !== JSON.stringify(before.get(name)),
  )
  return { ...withConnection(fieldsOf(undefined), connection), ...Object.fromEntries(entered) }
}

/** Names of fields of which another value was found; that of the profile is the person’s own choice. */
export function differingFrom(
  fields: ProfileFields,
  connection: FoundConnection,
): readonly (keyof ProfileFields)[] {
  const found = withConnection(fields, connection)
  const names = Object.keys(fields) as (keyof ProfileFields)[]
  return names.filter((name) => name !== 'name' && found[name] !== fields[name])
}

/** What is wrong with the fields, each as a sentence by the name of the field. */
export const validationErrorsOf = (
  fields: ProfileFields,
): Partial<Record<keyof ProfileFields, string | undefined>> => ({
  userPoolId: validatePoolId(fields.userPoolId, fields.endpoint),
  clientId: validateClientId(fields.clientId),
  region: validateRegion(fields.region, fields.userPoolId, fields.endpoint),
  endpoint: validateEndpoint(fields.endpoint),
  proxy: validateProxy(fields.proxy),
})

/** What to think of, though it may be right. */
export const warningsAbout = (
  fields: ProfileFields,
): Partial<Record<keyof ProfileFields, string | undefined>> => ({
  endpoint: warningAboutEndpoint(fields.endpoint),
})

/** What has to be filled in before the profile can be saved, as names of its fields. */
export const missingIn = (fields: ProfileFields): readonly (keyof ProfileFields)[] =>
  (['name', 'region', 'clientId'] as const).filter((name) => fields[name].trim() === '')

/**
 * Whether one of the settings that most profiles do not need is wrong, or the region is missing: a
 * pool id that is whole names none, as that of an emulator.
 */
export function needsMoreFields(fields: ProfileFields): boolean {
  const { endpoint, proxy, region } = validationErrorsOf(fields)
  return (
    (fields.region === '' && /_[\da-zA-Z]+$/.test(fields.userPoolId)) ||
    [region, endpoint, proxy].some((text) => text !== undefined)
  )
}

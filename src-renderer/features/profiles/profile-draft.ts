import { defaultAutomatic } from '#engine/catalogue/automatic-answers/index.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import {
  validateClientId,
  validateEndpoint,
  validatePoolId,
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
})

/**
 * The fields after a pool id was typed or pasted: an ARN or issuer gives the id in it, and the id
 * gives the region unless another one was typed on purpose.
 */
export function withPoolId(fields: ProfileFields, text: string): ProfileFields {
  const userPoolId = poolIdWithin(text.trim()) ?? text.trim()
  const region = regionOf(userPoolId)
  const followed = fields.region === '' || fields.region === regionOf(fields.userPoolId)
  return { ...fields, userPoolId, ...(region !== undefined && followed && { region }) }
}

/** What is wrong with the fields, each as a sentence by the name of the field. */
export const validationErrorsOf = (
  fields: ProfileFields,
): Partial<Record<keyof ProfileFields, string | undefined>> => ({
  userPoolId: validatePoolId(fields.userPoolId, fields.endpoint),
  clientId: validateClientId(fields.clientId),
  region: validateRegion(fields.region, fields.userPoolId, fields.endpoint),
  endpoint: validateEndpoint(fields.endpoint),
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

import type { SecretKind } from '../secret/secret.ts'
import { challenges } from './challenges/index.ts'
import { flows } from './flows/index.ts'
import { accountOperations } from './operations/index.ts'
import type { Field, ComputedValue, Sensitivity } from './field.ts'

/** How a member of a request or an answer is handled. */
export interface SensitiveMember {
  readonly sensitivity: Exclude<Sensitivity, 'public'>
  /** Given exactly for secret members. */
  readonly kind?: SecretKind
}

const secret = (kind: SecretKind): SensitiveMember => ({ sensitivity: 'secret', kind })
const personal: SensitiveMember = { sensitivity: 'personal' }

/** Members that no form asks for: what the wire adds, and what Cognito answers. */
const others: Readonly<Record<string, SensitiveMember>> = {
  SECRET_HASH: secret('secret hash'),
  SecretHash: secret('secret hash'),
  ClientSecret: secret('client secret'),
  Session: secret('session'),
  IdToken: secret('id token'),
  AccessToken: secret('access token'),
  RefreshToken: secret('refresh token'),
  SECRET_BLOCK: secret('secret block'),
  SecretCode: secret('totp secret'),
  UserSub: personal,
  LastIPAddress: personal,
  USER_ID_FOR_SRP: personal,
  userAttributes: personal,
  FRIENDLY_DEVICE_NAME: personal,
  DEVICE_KEY: personal,
  FriendlyCredentialName: personal,
  DeviceGroupKey: secret('device secret'),
  attestationObject: secret('signature'),
  authenticatorData: secret('signature'),
  clientDataJSON: secret('signature'),
}

/**
 * Every member, by name, that must not leave as it is: the sensitive fields of all flows,
 * challenges and other operations, and {@link others}. Redaction has no list of its own.
 */
const members: ReadonlyMap<string, SensitiveMember> = new Map([
  ...Object.entries(others),
  ...[...flows.values()].flatMap(({ fields, computed }) => [...fields, ...computed].flatMap(entry)),
  ...[...challenges.values()].flatMap(({ fields }) => fields({}).flatMap(entry)),
  ...[...accountOperations.values()].flatMap(({ fields }) => fields.flatMap(entry)),
])

/** A nested member is known by its path, as forms name it, and by its name, as bodies do. */
function entry(of: Field | ComputedValue): [string, SensitiveMember][] {
  const { name, secretKind, sensitivity } = of
  if (sensitivity === 'public') return []
  const handled = sensitivity === 'secret' ? secret(secretKind ?? 'text') : personal
  return [name, ...name.split('.').slice(1)].map((each) => [each, handled])
}

/** Lists whose items are named freely: `userAttributes.email`, `UserAttributes.custom:team`. */
const listed = /^(userAttributes|UserAttributes|ValidationData)\./

/** Attributes of a device whose values are the service's own words. */
export const publicAttributes: ReadonlySet<string> = new Set([
  'device_status',
  'dev:device_remembered_status',
])

/**
 * How the member of this name is handled; nothing when it is public.
 * @param value tells a choice from an answer: ANSWER is secret, but not where it names a challenge
 */
export const sensitiveMember = (name: string, value = ''): SensitiveMember | undefined =>
  name === 'ANSWER' && challenges.has(value) ? undefined : handled(name)

const handled = (name: string): SensitiveMember | undefined =>
  members.get(name) ?? (listed.test(name) ? personal : undefined)

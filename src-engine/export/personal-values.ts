import { publicAttributes, sensitiveMember } from '../catalogue/sensitive-members.ts'
import { claimSensitivity } from '../tokens/claim-list.ts'
import type { Trace } from '../trace/event.ts'
import { splitAtMarks } from '../trace/mark-text.ts'
import { visitBodyTexts } from './body-texts.ts'

/** What a personal value is, which names its mark (`‹user 1a2b›`). */
export type PersonalKind =
  'user' | 'sub' | 'email' | 'phone' | 'address' | 'device' | 'attribute' | 'metadata' | 'value'

const kinds: ReadonlyMap<string, PersonalKind> = new Map([
  ['USERNAME', 'user'],
  ['Username', 'user'],
  ['USER_ID_FOR_SRP', 'user'],
  ['username', 'user'],
  ['userName', 'user'],
  ['cognito:username', 'user'],
  ['sub', 'sub'],
  ['email', 'email'],
  ['phone_number', 'phone'],
  ['UserSub', 'sub'],
  ['IpAddress', 'address'],
  ['LastIPAddress', 'address'],
  ['last_ip_used', 'address'],
  ['DEVICE_KEY', 'device'],
  ['DeviceKey', 'device'],
  ['device_key', 'device'],
  ['device_name', 'device'],
])

/** Members whose names are typed freely, so that their values may be anything. */
const freeMaps: ReadonlyMap<string, PersonalKind> = new Map([
  ['ClientMetadata', 'metadata'],
  ['clientMetadata', 'metadata'],
  ['validationData', 'metadata'],
  ['AuthParameters', 'value'],
  ['ChallengeResponses', 'value'],
])

/** `user` of StartWebAuthnRegistration's options; its id is the sub in base64url. */
const passkeyUser: ReadonlyMap<string, PersonalKind> = new Map([
  ['id', 'sub'],
  ['name', 'user'],
  ['displayName', 'user'],
])

/** The kind of a claim or an attribute of this name, where it is personal. */
export const personalClaim = (name: string): PersonalKind | undefined =>
  claimSensitivity(name) === 'personal' && !publicAttributes.has(name)
    ? (kinds.get(name) ?? 'attribute')
    : undefined

/**
 * The kind of a member of a body or of challenge parameters, where it is personal. A free parameter
 * may be anything, unless its value is a word of the protocol, such as `SMS_MFA`.
 * @param parent such as `AuthParameters`
 */
export function personalMember(
  name: string,
  value: string,
  parent?: string,
): PersonalKind | undefined {
  if (parent === 'user') return passkeyUser.get(name)
  // As an event of a trigger has them, and as its answer changes claims.
  if (triggerAttributes.has(parent ?? '') && !name.startsWith('userAttributes.'))
    return personalClaim(name)
  if (name === 'userName') return 'user'
  const handled = sensitiveMember(name)
  if (handled) {
    if (handled.sensitivity === 'secret') return undefined
    const attribute = /^userAttributes\.(.*)$/s.exec(name)?.[1]
    if (attribute) return personalClaim(attribute)
    return kinds.get(name) ?? personalClaim(name) ?? 'attribute'
  }
  const free = freeMaps.get(parent ?? '')
  const known = publicParameters.has(name) || /^[A-Z]+(_[A-Z]+)*$/.test(value)
  return free === 'value' && known ? undefined : free
}

const triggerAttributes: ReadonlySet<string> = new Set(['userAttributes', 'claimsToAddOrOverride'])

/** AuthParameters and ChallengeResponses that say nothing of the person. */
const publicParameters: ReadonlySet<string> = new Set([
  'SRP_A',
  'TIMESTAMP',
  'TARGET_ACR_VALUES',
  'MAX_AGE',
])

/** The attributes in `userAttributes` of NEW_PASSWORD_REQUIRED, which come as JSON text. */
export function userAttributes(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Every personal value at a place of the trace where one is expected, with its kind:
 * usernames, parameters, attributes, claims. A value of two kinds has the first one.
 */
export function personalValues({ events }: Trace): ReadonlyMap<string, PersonalKind> {
  const found = new Map<string, PersonalKind>()
  const add = (value: string, kind: PersonalKind | undefined) => {
    if (kind === undefined || found.has(value) || value.trim() === '') return
    if (splitAtMarks(value).every(({ mark }) => !mark)) found.set(value, kind)
  }
  const addMember = (name: string, value: string, parent?: string) => {
    const attributes = name === 'userAttributes' ? userAttributes(value) : undefined
    if (!attributes) add(value, personalMember(name, value, parent))
    else
      for (const [attribute, each] of Object.entries(attributes))
        addTexts(each, personalClaim(attribute), add)
  }
  for (const event of events) {
    if (event.type === 'started' || event.type === 'prompted') add(event.username, 'user')
    if (event.type === 'prompted')
      for (const [name, value] of Object.entries(event.parameters)) addMember(name, value)
    if (event.type === 'attempted') {
      for (const body of [event.attempt.requestBody, event.attempt.response?.body ?? ''])
        visitBodyTexts(body, ({ name, parent, value }) => {
          addMember(name, value, parent)
        })
    }
    if (event.type === 'triggered')
      for (const body of [event.run.requestBody, event.run.body ?? ''])
        visitBodyTexts(body, ({ name, parent, value }) => {
          addMember(name, value, parent)
        })
    if (event.type === 'computed')
      for (const { name, value } of event.values) if (name === 'userHandle') add(value, 'sub')
    if (event.type !== 'answered') continue
    const { answer } = event
    if (answer.kind === 'challenged')
      for (const [name, value] of Object.entries(answer.parameters)) addMember(name, value)
    if (answer.kind === 'accepted')
      for (const [name, value] of Object.entries(answer.values)) addMember(name, value)
    if (answer.kind === 'tokens')
      for (const { claims = {} } of answer.tokens)
        for (const [name, value] of Object.entries(claims))
          addTexts(value, personalClaim(name), add)
  }
  return found
}

function addTexts(
  value: unknown,
  kind: PersonalKind | undefined,
  add: (text: string, kind: PersonalKind | undefined) => void,
): void {
  if (typeof value === 'string') add(value, kind)
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) addTexts(each, kind, add)
}

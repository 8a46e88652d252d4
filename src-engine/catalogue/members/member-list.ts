import type { SecretKind } from '../../secret/secret.ts'
import { personal, type Member } from './member.ts'
import { parameterMembers } from './parameter-members.ts'
import { nestedPasskeyMembers, passkeyMembers } from './passkey-members.ts'
import { serviceMembers } from './service-members.ts'

/**
 * The one list of what is secret, personal and public in bodies, by the name of the member:
 * redaction, the contents of an export, the leak scan and `docs/redaction.md` derive from it.
 */
export const memberList: ReadonlyMap<string, Member> = new Map([
  ...passkeyMembers,
  ...serviceMembers,
  ...parameterMembers,
])

/** Maps whose keys a person or a function chooses, and how a value in them is handled. */
const freeMaps: ReadonlyMap<string, Member> = new Map([
  ['ClientMetadata', personal('metadata')],
  ['ProviderDetails', personal('value')],
  ['Tags', personal('value')],
  ['UserPoolTags', personal('value')],
])

/** Maps of parameters: a member of an operation means nothing in them. */
const parameterMaps: ReadonlySet<string> = new Set([
  'AuthParameters',
  'ChallengeResponses',
  'ChallengeParameters',
])

/**
 * How the member of this name is handled, which is in `parent`, or in none that is known. What is
 * not in the list is personal.
 */
export function memberNamed(name: string, parent = ''): Member {
  const known =
    freeMaps.get(parent) ??
    nestedPasskeyMembers.get(`${parent}.${name}`) ??
    (parameterMaps.has(parent) ? parameterMembers : memberList).get(name)
  return known ?? personal(parameterMaps.has(parent) ? 'value' : 'text')
}

/** Names of the members that are secret, with the kind of each. */
export const secretMembers: ReadonlyMap<string, SecretKind> = new Map(
  [...memberList].flatMap(([name, member]) =>
    member.sensitivity === 'secret' ? [[name, member.kind] as const] : [],
  ),
)

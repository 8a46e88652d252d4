import type { SecretKind } from '../../secret/secret.ts'
import { personal, type Member } from './member.ts'
import { nestedMembers } from './nested-members.ts'
import { parameterMembers } from './parameter-members.ts'
import { passkeyMembers } from './passkey-members.ts'
import { serviceMembers } from './service-members.ts'

/**
 * The one list of what is secret, personal and public in bodies, by the name of the member, and by
 * its place where that means something else ({@link nestedMembers}): redaction, the contents of an
 * export, the leak scan and `docs/redaction.md` derive from it.
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
    nestedMembers.get(`${parent}.${name}`) ??
    freeMaps.get(parent) ??
    (parameterMaps.has(parent) ? parameterMembers : memberList).get(name)
  return known ?? personal(parameterMaps.has(parent) ? 'value' : 'text')
}

/** Names of the members that are secret, wherever they are or in one place, with the kind of each. */
export const secretMembers: ReadonlyMap<string, SecretKind> = new Map(
  [...nestedMembers, ...memberList].flatMap(([path, member]) =>
    member.sensitivity === 'secret' ? [[nameOf(path), member.kind] as const] : [],
  ),
)

/** What a value looks like in the places where a secret member's name is that of a public one. */
const publicForms: ReadonlyMap<string, RegExp> = new Map(
  [...nestedMembers].flatMap(([path, member]) =>
    member.sensitivity === 'public' && member.form ? [[nameOf(path), member.form] as const] : [],
  ),
)

/** Whether a member of this name has this value in a place where it is public. */
export const isPublicSomewhere = (name: string, value: string): boolean =>
  publicForms.get(name)?.test(value) === true

/** The last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

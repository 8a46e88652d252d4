import type { SecretKind } from '../secret/secret.ts'
import { challenges } from './challenges/index.ts'
import type { Sensitivity } from './field.ts'
import type { Member } from './members/member.ts'
import { memberList, nameOf } from './members/member-list.ts'
import { nestedMembers } from './members/nested-members.ts'

/** How a member of a request or an answer is handled. */
export interface SensitiveMember {
  readonly sensitivity: Exclude<Sensitivity, 'public'>
  /** Given exactly for secret members. */
  readonly kind?: SecretKind
}

/** Lists whose items are named freely: `userAttributes.email`, `UserAttributes.custom:team`. */
const listed = /^(userAttributes|UserAttributes|ValidationData)\./

/** Attributes of a device whose values are the service's own words. */
export const publicAttributes: ReadonlySet<string> = new Set([
  'device_status',
  'dev:device_remembered_status',
])

/**
 * How the member of this name is handled; nothing when it is public, or not in the list. A nested
 * member is known by its path, as forms name it, and by its name, as bodies do.
 * @param value tells a choice from an answer: ANSWER is secret, but not where it names a challenge
 * @param parent the member around it, where a body has one
 */
export function sensitiveMember(
  name: string,
  value = '',
  parent = '',
): SensitiveMember | undefined {
  if (name === 'ANSWER' && challenges.has(value)) return undefined
  if (listed.test(name)) return { sensitivity: 'personal' }
  const nested = nestedMembers.get(parent === '' ? name : `${parent}.${name}`)
  const member =
    nested && fits(nested, value) ? nested : (memberList.get(name) ?? memberList.get(nameOf(name)))
  if (!member) return undefined
  if (member.sensitivity === 'public')
    return member.holds === 'attributes' ? { sensitivity: 'personal' } : undefined
  return member.sensitivity === 'secret'
    ? { sensitivity: 'secret', kind: member.kind }
    : { sensitivity: 'personal' }
}

/** Whether a public member's value looks as it has to. */
const fits = (member: Member, value: string): boolean =>
  member.sensitivity !== 'public' || member.form?.test(value) !== false

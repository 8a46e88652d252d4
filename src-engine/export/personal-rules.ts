import { memberNamed } from '../catalogue/members/member-list.ts'
import type { Member, PersonalKind } from '../catalogue/members/member.ts'
import { triggerMembers } from '../catalogue/members/trigger-members.ts'
import { publicAttributes, sensitiveMember } from '../catalogue/sensitive-members.ts'
import { claimList, claimSensitivity } from '../tokens/claim-list.ts'
import type { RedactionChoiceId } from './redaction-choices.ts'
import type { Redaction } from './redaction-profile.ts'

/** Marks of secrets that slipped into a trace in the clear have the kind `value`. */
const claimKinds: ReadonlyMap<string, PersonalKind> = new Map([
  ['username', 'user'],
  ['cognito:username', 'user'],
  ['sub', 'sub'],
  ['email', 'email'],
  ['phone_number', 'phone'],
  ['device_key', 'device'],
  ['device_name', 'device'],
  ['last_ip_used', 'address'],
])

const groupClaims: ReadonlySet<string> = new Set([
  'cognito:groups',
  'cognito:roles',
  'cognito:preferred_role',
])
const tokenIds: ReadonlySet<string> = new Set(['jti', 'origin_jti', 'event_id'])

/** Whether Cognito does not know a claim or an attribute of this name: somebody named it. */
export const isCustomName = (name: string): boolean =>
  /^(dev:)?custom:/.test(name) || !(claimList.has(name) || publicAttributes.has(name))

/** How a redacted export handles a text: as a personal value of a kind, as its parts, or as it is. */
export type Handling =
  | { readonly as: 'mark'; readonly kind: PersonalKind }
  /** Nobody says what it holds, so forms are looked for in it. */
  | { readonly as: 'open text' }
  | { readonly as: 'attributes' | 'json' | 'as it is' }

const mark = (kind: PersonalKind): Handling => ({ as: 'mark', kind })

/** What is personal, by the one list of members and the choices of the one who exports. */
export class PersonalRules {
  readonly #replaced: ReadonlySet<RedactionChoiceId>
  readonly #keptClaims: ReadonlySet<string>
  readonly #replacedClaims: ReadonlySet<string>
  /** Whether hosts become hosts that nobody has. */
  readonly masksHosts: boolean

  constructor({ hosts, keptClaims, replaced, replacedClaims }: Redaction) {
    this.#replaced = new Set(replaced)
    this.#keptClaims = new Set(keptClaims)
    this.#replacedClaims = new Set(replacedClaims)
    this.masksHosts = hosts === 'masked'
  }

  /** Whether names of custom claims become marks. */
  get replacesNames(): boolean {
    return this.#replaced.has('claim-names')
  }

  /** The kind of a claim or an attribute of this name, where it is personal. */
  claim(name: string): PersonalKind | undefined {
    if (this.#replacedClaims.has(name)) return claimKinds.get(name) ?? 'attribute'
    if (this.#keptClaims.has(name)) return undefined
    if (groupClaims.has(name)) return this.#replaced.has('groups') ? 'group' : undefined
    if (tokenIds.has(name)) return this.#replaced.has('token-ids') ? 'token' : undefined
    return claimSensitivity(name) === 'personal' && !publicAttributes.has(name)
      ? (claimKinds.get(name) ?? 'attribute')
      : undefined
  }

  /** A member of a body, or of challenge parameters, which are in `ChallengeParameters`. */
  member(name: string, value: string, parent?: string): Handling {
    const attribute = /^(?:userAttributes|UserAttributes|ValidationData)\.(.*)$/s.exec(name)?.[1]
    if (attribute !== undefined) return this.#attribute(attribute)
    if (name === 'ANSWER' && !sensitiveMember(name, value)) return { as: 'as it is' }
    if (/^message$/i.test(name)) return { as: 'open text' }
    return this.#handling(memberNamed(name, parent), value)
  }

  /** A member of the event that a trigger got, or of its answer. */
  triggerMember(name: string, value: string, parent = ''): Handling {
    if (parent === 'userAttributes' || parent === 'claimsToAddOrOverride')
      return this.#attribute(name)
    const around = triggerMembers.get(parent)
    const isFree = parent !== '' && around?.sensitivity === 'personal'
    const known = isFree ? around : triggerMembers.get(name)
    return known ? this.#handling(known, value) : mark('text')
  }

  #attribute(name: string): Handling {
    const kind = this.claim(name)
    return kind ? mark(kind) : { as: 'as it is' }
  }

  #handling(member: Member, value: string): Handling {
    // A secret is a mark already, unless the trace is older than the list.
    if (member.sensitivity === 'secret') return mark('value')
    if (member.sensitivity === 'personal')
      return member.kind === 'group' && !this.#replaced.has('groups')
        ? { as: 'as it is' }
        : mark(member.kind)
    if (member.form && !member.form.test(value)) return mark('value')
    return { as: member.holds ?? 'as it is' }
  }
}

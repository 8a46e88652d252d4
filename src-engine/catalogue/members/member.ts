import type { SecretKind } from '../../secret/secret.ts'

/** What a personal value may be, which names its mark (`‹user 1a2b›`). */
export const personalKinds = [
  'user',
  'sub',
  'email',
  'phone',
  'address',
  'device',
  'attribute',
  'group',
  'host',
  'claim',
  'metadata',
  'text',
  'token',
  'value',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/**
 * How a member of a request, an answer or a trigger's event is handled, and a header. A secret one
 * is never in an event in the clear; a personal one is shown in the window and marked in redacted
 * exports; a public one is everywhere.
 */
export type Member =
  | { readonly sensitivity: 'secret'; readonly kind: SecretKind }
  | { readonly sensitivity: 'personal'; readonly kind: PersonalKind }
  | {
      readonly sensitivity: 'public'
      /** What its value looks like; one that does not is personal, whoever wrote it. */
      readonly form?: RegExp
      /** A JSON document in a text: its members are handled one by one. */
      readonly holds?: 'attributes' | 'json'
    }

/** Members of one handling: their names, with spaces between. */
export const membersOf = (names: string, member: Member): readonly (readonly [string, Member])[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name, member] as const)

/** The handling of a secret. */
export const secret = (kind: SecretKind): Member => ({ sensitivity: 'secret', kind })

/** The handling of a personal value. */
export const personal = (kind: PersonalKind): Member => ({ sensitivity: 'personal', kind })

/** The handling of what says nothing about a person. */
export const open: Member = { sensitivity: 'public' }

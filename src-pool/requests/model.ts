import type { FlagMember, MapMember, TextMember } from './members.ts'

/** The members that several operations share, with the constraints of the service model. */
export const model = {
  clientId: { kind: 'text', min: 1, max: 128, pattern: '[\\w+]+' },
  clientSecret: { kind: 'text', min: 24, max: 64, pattern: '[\\w+]+', sensitive: true },
  session: { kind: 'text', min: 20, max: 2048, sensitive: true },
  token: { kind: 'text', pattern: '[A-Za-z0-9-_=.]+', sensitive: true },
  map: { kind: 'map' },
  flag: { kind: 'flag' },
} as const satisfies Record<string, TextMember | MapMember | FlagMember>

/** A member that must be there. */
export const required = <const M extends object>(member: M): M & { readonly required: true } => ({
  ...member,
  required: true,
})

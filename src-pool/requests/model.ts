import type { Member } from './members.ts'

const attributeName = {
  kind: 'text',
  min: 1,
  max: 32,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+',
} as const satisfies Member

/** The members that several operations share, with the constraints of the service model. */
export const model = {
  clientId: { kind: 'text', min: 1, max: 128, pattern: '[\\w+]+' },
  clientSecret: { kind: 'text', min: 24, max: 64, pattern: '[\\w+]+', sensitive: true },
  session: { kind: 'text', min: 20, max: 2048, sensitive: true },
  token: { kind: 'text', pattern: '[A-Za-z0-9-_=.]+', sensitive: true },
  secretHash: { kind: 'text', min: 1, max: 128, pattern: '[\\w+=/]+', sensitive: true },
  username: {
    kind: 'text',
    min: 1,
    max: 128,
    pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
    sensitive: true,
  },
  password: { kind: 'text', max: 256, pattern: '[\\S]+', sensitive: true },
  code: { kind: 'text', min: 1, max: 2048, pattern: '[\\S]+' },
  deviceKey: { kind: 'text', min: 1, max: 55, pattern: '[\\w-]+_[0-9a-f-]+' },
  userPoolId: { kind: 'text', min: 1, max: 55, pattern: '[\\w-]+_[0-9a-zA-Z]+' },
  attributeName,
  attributes: {
    kind: 'list',
    of: {
      kind: 'structure',
      members: {
        Name: { ...attributeName, required: true },
        Value: { kind: 'text', max: 2048, sensitive: true },
      },
    },
  },
  associatedSessions: { kind: 'text', values: ['LINKED', 'NONE'] },
  map: { kind: 'map' },
  flag: { kind: 'flag' },
} as const satisfies Record<string, Member>

/** A member that must be there. */
export const required = <const M extends object>(member: M): M & { readonly required: true } => ({
  ...member,
  required: true,
})

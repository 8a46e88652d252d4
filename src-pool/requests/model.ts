import type { Member, Members } from './members.ts'

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
  arn: {
    kind: 'text',
    min: 20,
    max: 2048,
    pattern:
      'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?',
  },
  nextToken: { kind: 'text', min: 1, max: 131_072, pattern: '[\\S]+' },
  /** Any text. */
  open: { kind: 'text', max: 131_072 },
  map: { kind: 'map' },
  flag: { kind: 'flag' },
} as const satisfies Record<string, Member>

/** A member that must be there. */
export const required = <const M extends object>(member: M): M & { readonly required: true } => ({
  ...member,
  required: true,
})

/** A member that is given back as received, and does no more. */
export const kept = <const M extends object>(member: M): M & { readonly effect: 'kept' } => ({
  ...member,
  effect: 'kept',
})

/** A member that is taken and without effect here, which the pool says. */
export const withoutEffect = <const M extends object>(
  member: M,
): M & { readonly effect: 'none' } => ({ ...member, effect: 'none' })

/** What threat protection and Pinpoint would be told of a call; neither is here. */
export const callContext = {
  AnalyticsMetadata: withoutEffect({
    kind: 'structure',
    members: { AnalyticsEndpointId: model.open },
  }),
  UserContextData: withoutEffect({
    kind: 'structure',
    members: { IpAddress: model.open, EncodedData: model.open },
  }),
} as const satisfies Members

/** {@link callContext} of an administrator's call. */
export const adminCallContext = {
  AnalyticsMetadata: callContext.AnalyticsMetadata,
  ContextData: withoutEffect({
    kind: 'structure',
    members: {
      IpAddress: required(model.open),
      ServerName: required(model.open),
      ServerPath: required(model.open),
      HttpHeaders: required({
        kind: 'list',
        of: { kind: 'structure', members: { headerName: model.open, headerValue: model.open } },
      }),
      EncodedData: model.open,
    },
  }),
} as const satisfies Members

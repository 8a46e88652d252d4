import { z } from 'zod/mini'
import { defineTrigger, textList, texts } from './trigger.ts'

/** The event versions of PreTokenGeneration, as LambdaVersion names them. */
export const preTokenGenerationVersions = ['V1_0', 'V2_0', 'V3_0'] as const

/** Names of the versions that a pool of this tier may have: Lite has the first alone. */
export const versionsIn = (tier: string): readonly Version[] =>
  tier === 'LITE' ? ['V1_0'] : preTokenGenerationVersions

const groupOverrideDetails = z.pipe(
  z.nullish(
    z.object({
      groupsToOverride: z.nullish(z.array(z.string())),
      iamRolesToOverride: z.nullish(z.array(z.string())),
      preferredRole: z.nullish(z.string()),
    }),
  ),
  z.transform((value) => value ?? undefined),
)

// From version 2 on a claim may be any JSON but null.
const anyClaims = z.pipe(
  z.nullish(z.record(z.string(), z.unknown().check(z.refine((value) => value !== null)))),
  z.transform((value) => value ?? {}),
)

const claims = {
  claimsToAddOrOverride: anyClaims,
  claimsToSuppress: textList,
}

/** PreTokenGeneration: what the tokens say. Version 1 reaches the ID token and the groups alone. */
export const preTokenGeneration = defineTrigger({
  name: 'PreTokenGeneration',
  purpose: 'Before tokens are issued: adds, changes and removes claims, groups and scopes.',
  sources: [
    'TokenGeneration_Authentication',
    'TokenGeneration_NewPasswordChallenge',
    'TokenGeneration_AuthenticateDevice',
    'TokenGeneration_RefreshTokens',
  ],
  sampleRequest: {
    groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
    clientMetadata: {},
  },
  emptyResponse: { claimsOverrideDetails: null },
  response: z.object({
    claimsOverrideDetails: z.nullish(
      z.object({
        claimsToAddOrOverride: texts,
        claimsToSuppress: textList,
        groupOverrideDetails,
      }),
    ),
    claimsAndScopeOverrideDetails: z.nullish(
      z.object({
        idTokenGeneration: z.nullish(z.object(claims)),
        accessTokenGeneration: z.nullish(
          z.object({ ...claims, scopesToAdd: textList, scopesToSuppress: textList }),
        ),
        groupOverrideDetails,
      }),
    ),
  }),
  template: `// Version 1 of the event: claims of the ID token are strings.
exports.handler = async (event) => {
  event.response.claimsOverrideDetails = {
    claimsToAddOrOverride: { tenant: 'practice' },
    claimsToSuppress: ['phone_number'],
  }
  return event
}
`,
})

/** An example for the versions after the first. */
export const laterTemplate = `// From version 2 on: both tokens, and claims of any JSON.
exports.handler = async (event) => {
  event.response.claimsAndScopeOverrideDetails = {
    idTokenGeneration: { claimsToAddOrOverride: { tenant: 'practice' } },
    accessTokenGeneration: {
      claimsToAddOrOverride: { limits: { rooms: 3 } },
      scopesToAdd: ['rooms/read'],
    },
  }
  return event
}
`

type Response = z.output<typeof preTokenGeneration.response>
/** A version of the event, as LambdaVersion names it. */
export type Version = (typeof preTokenGenerationVersions)[number]

interface ClaimsMember {
  readonly claimsToAddOrOverride: Readonly<Record<string, unknown>>
  readonly claimsToSuppress: readonly string[]
}

/** Changes to the claims of one token. */
export interface ClaimChanges {
  readonly add: Readonly<Record<string, unknown>>
  readonly suppress: readonly string[]
}

/** What a PreTokenGeneration trigger changes in the tokens of one sign-in or refresh. */
export interface TokenOverrides {
  readonly id: ClaimChanges
  readonly access: ClaimChanges
  readonly scopesToAdd: readonly string[]
  readonly scopesToSuppress: readonly string[]
  /** Instead of the user's groups, in both tokens. */
  readonly groups?: readonly string[]
  readonly roles?: readonly string[]
  readonly preferredRole?: string
}

const none: ClaimChanges = { add: {}, suppress: [] }

/** The changes that a response asks for; each version has a member of its own, and no other counts. */
export function tokenOverrides(response: Response, version: Version): TokenOverrides {
  const { claimsOverrideDetails: first, claimsAndScopeOverrideDetails: later } = response
  const changes = (claims: ClaimsMember | null | undefined) =>
    claims ? { add: claims.claimsToAddOrOverride, suppress: claims.claimsToSuppress } : none
  const groups = (version === 'V1_0' ? first : later)?.groupOverrideDetails
  return {
    id: version === 'V1_0' ? changes(first) : changes(later?.idTokenGeneration),
    access: version === 'V1_0' ? none : changes(later?.accessTokenGeneration),
    scopesToAdd: (version !== 'V1_0' && later?.accessTokenGeneration?.scopesToAdd) || [],
    scopesToSuppress: (version !== 'V1_0' && later?.accessTokenGeneration?.scopesToSuppress) || [],
    ...(groups?.groupsToOverride && { groups: groups.groupsToOverride }),
    ...(groups?.iamRolesToOverride && { roles: groups.iamRolesToOverride }),
    ...(groups?.preferredRole && { preferredRole: groups.preferredRole }),
  }
}

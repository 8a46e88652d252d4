import { claimList, type ClaimUse } from './claim-list.ts'

type Claims = Readonly<Record<string, unknown>>

/** Why a claim of this name is not in a token; nothing where it is. */
export function whyAbsent(name: string, use: ClaimUse, claims: Claims): string | undefined {
  if (Object.hasOwn(claims, name)) return undefined
  const claim = claimList.get(name)
  const why = claim?.absent?.[use]
  if (why !== undefined) return why
  if (claim && !claim.uses.includes(use))
    return `It is in the ${claim.uses.join(' and ')} token only. The PreTokenGeneration trigger can add it to this one${use === 'access' ? ' (event version V2_0 or later)' : ''}.`
  if (use === 'access' && (name.startsWith('custom:') || claim !== undefined))
    return 'Access tokens carry no attributes. Read them with GetUser, or add the claim with the PreTokenGeneration trigger, event version V2_0 or later.'
  if (name.startsWith('custom:'))
    return `The user has no value for it, the app client may not read it (ReadAttributes), or the pool has no attribute “${name.slice('custom:'.length)}”.`
  if (claim)
    return 'The user has no value for it, or the app client may not read it (ReadAttributes).'
  return `Cognito adds no claim “${name}” on its own. The PreTokenGeneration trigger can add it${use === 'access' ? ' (event version V2_0 or later; V1_0 changes only the ID token)' : ''}.`
}

import type { LabToken, TokenLab } from '#contract/routes/tokens.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { accessTokenHashFinding } from '#engine/tokens/access-token-hash.ts'
import { compareTokens } from '#engine/tokens/compare-tokens.ts'
import { findTokens } from '#engine/tokens/find-tokens.ts'
import { compactToken, readToken } from '#engine/tokens/read-token.ts'
import { tokenNature } from '#engine/tokens/token-nature.ts'
import { Secret } from '#engine/secret/secret.ts'
import {
  expectedPool,
  reportTokens,
  verdictsOf,
  type ExpectedPool,
  type TokenCheckPorts,
} from './report.ts'

/** The pool and client that a profile names. */
export type TokenProfile = Pick<Profile, 'clientId' | 'endpoint' | 'name' | 'userPoolId'>

/**
 * Reads every token of a text, checks each against the profile that it belongs to, and says what
 * differs between two of one use.
 * @param selected the profile that a token is checked against that belongs to none
 */
export async function tokenLab(
  text: string,
  profiles: readonly TokenProfile[],
  selected: TokenProfile | undefined,
  ports: TokenCheckPorts,
): Promise<TokenLab> {
  const found = findTokens(text)
  const reads = found.map(({ token }) => readToken(token))
  const accessAt = reads.findIndex(({ use }) => use === 'access')
  const tokens = await Promise.all(
    found.map(async ({ from, token }, index): Promise<LabToken> => {
      const read = reads[index] ?? readToken(token)
      const { chosenBy, profile } = profileOf(read.claims, profiles, selected)
      const pool = poolOf(profile)
      const [report] = await reportTokens([{ token: Secret.of('text', token) }], pool, ports)
      if (!report) throw new TypeError('a token has a report')
      const hash =
        read.use === 'id' && accessAt >= 0
          ? accessTokenHashFinding(
              read.claims?.['at_hash'],
              compactToken(found[accessAt]?.token ?? ''),
            )
          : undefined
      const findings = [...tokenNature(read), ...(hash ? [hash] : []), ...report.findings]
      return {
        from,
        report: { ...report, findings },
        profileName: profile?.name ?? '',
        chosenBy,
        verifiers: verdictsOf(report, pool, ports.now()),
      }
    }),
  )
  const [before, after] = pairOfOneUse(reads.map(({ claims, use }) => (claims ? use : 'unknown')))
  if (before === undefined || after === undefined) return { tokens }
  const differences = compareTokens(reads[before]?.claims ?? {}, reads[after]?.claims ?? {})
  return { tokens, comparison: { before, after, differences: [...differences] } }
}

const poolOf = (profile: TokenProfile | undefined): ExpectedPool =>
  profile
    ? expectedPool(profile.userPoolId, profile.clientId, profile.endpoint)
    : { issuers: [], clientId: '' }

type Claims = Readonly<Record<string, unknown>> | undefined

/** The profile whose pool and client a token names: the pool alone is the next best. */
function profileOf(
  claims: Claims,
  profiles: readonly TokenProfile[],
  selected: TokenProfile | undefined,
): Pick<LabToken, 'chosenBy'> & { readonly profile: TokenProfile | undefined } {
  const ofIssuer = profiles.filter((profile) =>
    poolOf(profile).issuers.some((issuer) => issuer === claims?.['iss']),
  )
  const isClient = ({ clientId }: TokenProfile) =>
    [claims?.['client_id'], claims?.['aud']].flat().includes(clientId)
  const both = ofIssuer.find(isClient)
  if (both) return { profile: both, chosenBy: 'issuer and client' }
  const [first] = ofIssuer
  if (first) return { profile: first, chosenBy: 'issuer' }
  return selected
    ? { profile: selected, chosenBy: 'selection' }
    : { profile: undefined, chosenBy: 'none' }
}

/** Where the first two tokens of one use stand. */
function pairOfOneUse(uses: readonly string[]): readonly [number?, number?] {
  for (const use of ['id', 'access']) {
    const [before, after] = uses.flatMap((one, index) => (one === use ? [index] : []))
    if (before !== undefined && after !== undefined) return [before, after]
  }
  return []
}

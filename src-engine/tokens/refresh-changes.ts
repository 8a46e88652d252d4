import type { Instant, OpenToken, TraceEvent } from '../trace/event.ts'
import { compareTokens, type ClaimDifference } from './compare-tokens.ts'

/** The tokens of one answer. */
export interface IssuedTokens {
  readonly at: Instant
  readonly tokens: readonly OpenToken[]
}

/** What a refresh changed in the claims of one token. */
export interface RefreshChange {
  readonly use: 'id' | 'access'
  /** When the token before was issued. */
  readonly before: Instant
  readonly differences: readonly ClaimDifference[]
}

/** Each time that tokens came in a trace, oldest first. */
export const issuedTokens = (events: readonly TraceEvent[]): readonly IssuedTokens[] =>
  events.flatMap(({ at, ...event }) =>
    event.type === 'answered' && event.answer.kind === 'tokens'
      ? [{ at, tokens: event.answer.tokens }]
      : [],
  )

const claimOf = ({ tokens }: IssuedTokens, name: string): unknown =>
  tokens.find(({ claims }) => claims !== undefined && Object.hasOwn(claims, name))?.claims?.[name]

/**
 * Whether tokens go back to the same sign-in: a refresh keeps origin_jti, which pools without
 * revocation do not write, and sub with auth_time.
 */
export function haveOneOrigin(one: IssuedTokens, other: IssuedTokens): boolean {
  const same = (name: string) => {
    const value = claimOf(one, name)
    return value === undefined ? undefined : value === claimOf(other, name)
  }
  return same('origin_jti') ?? (same('sub') === true && same('auth_time') === true)
}

/** What differs between the tokens before a refresh and those after it, for each that has claims. */
export function refreshChanges(
  before: IssuedTokens,
  after: IssuedTokens,
): readonly RefreshChange[] {
  return (['id', 'access'] as const).flatMap((use): RefreshChange[] => {
    const [old, now] = [before, after].map(
      ({ tokens }) => tokens.find((token) => token.use === use)?.claims,
    )
    return old && now ? [{ use, before: before.at, differences: compareTokens(old, now) }] : []
  })
}

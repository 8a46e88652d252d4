import type { CheckedToken } from '#contract/routes/tokens.ts'
import { refreshes } from '#engine/catalogue/flows/index.ts'
import type { OpenToken } from '#engine/trace/event.ts'
import type { Timeline } from '#engine/trace/timeline.ts'

/** The tokens of a run; none while it continues. */
export const tokensOf = (run: Timeline): readonly OpenToken[] =>
  run.steps.flatMap(({ answer }) => (answer?.kind === 'tokens' ? answer.tokens : []))

/**
 * Whether there is a refresh token to use: the run returned one, or was started with one that
 * stays valid, since a refresh without rotation returns no other.
 */
export const canBeRefreshed = (run: Timeline): boolean =>
  tokensOf(run).some(({ use }) => use === 'refresh' || refreshes(run.flow))

/** A token with its mark, and the report of the main process once it has come. */
export interface ShownToken extends CheckedToken {
  readonly mark: string
}

/** The newest token of each use: a refresh within a run replaces those before it. */
export const newestTokens = (tokens: readonly OpenToken[]): readonly OpenToken[] => [
  ...new Map(tokens.map((token) => [token.use, token])).values(),
]

const unread = {
  id: 'ID token: identifies the signed-in user to the application.',
  access: 'Access token: authorizes calls to APIs.',
  refresh: 'Refresh token: encrypted for Cognito, so it cannot be decoded.',
} as const

/** Joins the tokens of a trace with their reports; a token without one shows what the trace says. */
export const shownTokens = (
  tokens: readonly OpenToken[],
  checked: readonly CheckedToken[],
): readonly ShownToken[] =>
  tokens.map(({ claims, header, mark, use }) => {
    const found = checked.find(({ report }) => report.use === use)
    if (found) return { mark, ...found }
    const report = {
      use,
      summary: unread[use],
      findings: [],
      ...(header && { header: { ...header } }),
      ...(claims && { claims: { ...claims } }),
    }
    return { mark, report, verifiers: [] }
  })

/** The username that SECRET_HASH of a refresh is computed over: that of the tokens, never an alias. */
export function usernameIn(tokens: readonly OpenToken[]): string {
  for (const { claims } of tokens) {
    const name = claims?.['cognito:username'] ?? claims?.['username']
    if (typeof name === 'string') return name
  }
  return ''
}

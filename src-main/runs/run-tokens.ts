import type { Secret } from '#engine/secret/secret.ts'
import type { OpenToken, TraceEvent } from '#engine/trace/event.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'

/** A token of a sign-in, with its text. */
export interface RunToken {
  readonly use: OpenToken['use']
  readonly token: Secret
}

/** A refresh token, and the user that its SECRET_HASH is computed over. */
export interface RefreshToken {
  readonly token: Secret
  /** The owner's real username as the access token says it, else the username that signed in. */
  readonly owner: string
  /** The device that it was issued to, by the access token's claim; it is refreshed from there. */
  readonly deviceKey?: string
  /** The access token that came with it, or with its last refresh. */
  readonly accessToken?: Secret
}

function openTokens(events: readonly TraceEvent[]): readonly OpenToken[] {
  const last = events.findLast(
    (event) => event.type === 'answered' && event.answer.kind === 'tokens',
  )
  return last?.type === 'answered' && last.answer.kind === 'tokens' ? last.answer.tokens : []
}

/** The tokens that a sign-in ended with. */
export const tokensOf = ({ events, secrets }: StoredRun): readonly RunToken[] =>
  openTokens(events).flatMap(({ mark, use }) => {
    const token = secrets.get(mark)
    return token ? [{ use, token }] : []
  })

/**
 * The refresh token of a sign-in. A refresh usually returns none: then it is the one that
 * the refresh was made with, which has just shown that it works.
 */
export function refreshTokenOf(stored: StoredRun | undefined): RefreshToken | undefined {
  if (!stored) return undefined
  const tokens = openTokens(stored.events)
  if (tokens.length === 0) return undefined
  const runTokens = tokensOf(stored)
  const tokenOf = (use: RunToken['use']) => runTokens.find((one) => one.use === use)?.token
  const accessToken = tokenOf('access')
  const token =
    tokenOf('refresh') ?? [...stored.secrets.values()].find(({ kind }) => kind === 'refresh token')
  const access = tokens.find(({ use }) => use === 'access')
  const owner = access?.claims?.['username']
  const deviceKey = access?.claims?.['device_key']
  return (
    token && {
      token,
      owner: typeof owner === 'string' ? owner : stored.run.username,
      ...(typeof deviceKey === 'string' && { deviceKey }),
      ...(accessToken && { accessToken }),
    }
  )
}

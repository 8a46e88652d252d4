import type { TokenReport } from '#contract/routes/tokens.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'
import type { RunToken } from '#main/runs/run-tokens.ts'
import { expectedPool, reportTokens, type TokenCheckPorts } from './report.ts'

/** Reads and checks the tokens that a sign-in ended with, against the pool that it went to. */
export function reportRun(
  events: readonly TraceEvent[],
  tokens: readonly RunToken[],
  ports: TokenCheckPorts,
): Promise<TokenReport[]> {
  const { clockAhead, target } = timeline(events)
  return reportTokens(
    tokens.map(({ token, use }) => ({ token, ...(use !== 'refresh' && { expectedUse: use }) })),
    expectedPool(target?.userPoolId ?? '', target?.clientId ?? '', target?.endpoint ?? ''),
    ports,
    clockAhead,
  )
}

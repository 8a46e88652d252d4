import type { RunTokens, TokenReport } from '#contract/routes/tokens.ts'
import { haveOneOrigin, issuedTokens, refreshChanges } from '#engine/tokens/refresh-changes.ts'
import { refreshes } from '#engine/catalogue/flows/index.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'
import type { RunToken } from '#main/runs/run-tokens.ts'
import {
  expectedPool,
  reportTokens,
  verdictsOf,
  type ExpectedPool,
  type TokenCheckPorts,
} from './report.ts'

/** Reads and checks the tokens that a sign-in ended with, against the pool that it went to. */
export function reportRun(
  events: readonly TraceEvent[],
  tokens: readonly RunToken[],
  ports: TokenCheckPorts,
): Promise<TokenReport[]> {
  return reportTokens(
    tokens.map(({ token, use }) => ({ token, ...(use !== 'refresh' && { expectedUse: use }) })),
    poolOf(events),
    ports,
    timeline(events).clockAhead,
  )
}

/**
 * The tokens of a run with how verifiers judge them, and what a refresh changed.
 * @param earlier the events of earlier runs, newest first; read until one is found
 */
export async function checkRunTokens(
  events: readonly TraceEvent[],
  tokens: readonly RunToken[],
  earlier: () => AsyncIterable<readonly TraceEvent[]>,
  ports: TokenCheckPorts,
): Promise<RunTokens> {
  const [pool, now] = [poolOf(events), ports.now()]
  const reports = await reportRun(events, tokens, ports)
  return {
    tokens: reports.map((report) => ({
      report,
      verifiers: verdictsOf(report, pool, now),
    })),
    refreshed: (await changesByRefresh(events, earlier)).map(({ differences, ...change }) => ({
      ...change,
      differences: [...differences],
    })),
  }
}

async function changesByRefresh(
  events: readonly TraceEvent[],
  earlier: () => AsyncIterable<readonly TraceEvent[]>,
) {
  const issued = issuedTokens(events)
  const [before, after] = issued.slice(-2)
  if (before && after) return refreshChanges(before, after)
  if (!before || !refreshes(timeline(events).flow)) return []
  for await (const other of earlier()) {
    const last = issuedTokens(other).at(-1)
    if (last && haveOneOrigin(last, before)) return refreshChanges(last, before)
  }
  return []
}

function poolOf(events: readonly TraceEvent[]): ExpectedPool {
  const { target } = timeline(events)
  return expectedPool(target?.userPoolId ?? '', target?.clientId ?? '', target?.endpoint ?? '')
}

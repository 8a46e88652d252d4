import type { Run as RunRow } from '#contract/routes/runs.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'

/** What the history shows of a run. */
export function runRow(
  runId: string,
  { profileId, profileName }: { readonly profileId: string; readonly profileName: string },
  events: readonly TraceEvent[],
): RunRow {
  const { flow, message, origin, startedAt, state, steps, target, username } = timeline(events)
  return {
    runId,
    profileId,
    profileName,
    startedAt,
    flow,
    username,
    state,
    ...(message !== undefined && { message }),
    calls: steps.filter(({ operation }) => operation !== undefined).length,
    practice: target?.practice ?? false,
    origin: origin.kind,
  }
}

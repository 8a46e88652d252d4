import type { Run as RunRow } from '#contract/routes/runs.ts'
import type { TraceEvent, TraceTarget } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'

/** A sign-in as a line of the history. */
export function runRow(
  runId: string,
  { profileId, target }: { readonly profileId: string; readonly target: TraceTarget },
  events: readonly TraceEvent[],
): RunRow {
  const { flow, message, origin, startedAt, state, steps, username } = timeline(events)
  return {
    runId,
    profileId,
    profileName: target.profileName,
    startedAt,
    flow,
    username,
    state,
    ...(message !== undefined && { message }),
    calls: steps.filter(({ operation }) => operation !== undefined).length,
    practice: target.practice,
    origin: origin.kind,
  }
}

import type { Filter } from '#engine/query/filter.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'
import { runRow } from './run-row.ts'

/** States of a run that is not over. */
const unfinished: Filter = {
  kind: 'or',
  of: ['running', 'waiting', 'empty'].map((text) => ({ kind: 'equals', column: 'status', text })),
}

/** More runs than one application has under way; others are ended by the next start. */
const limit = 200

/**
 * Ends the runs of a history that were under way when the application was killed, with what is
 * known of them. Before any run is started: one that is under way would be ended, too.
 */
export async function endInterruptedRuns(store: TraceStore, now: () => number): Promise<void> {
  for (const { runId } of await store.page({ filter: unfinished, limit })) {
    const stored = await store.open(runId)
    const last = stored?.events.at(-1)
    if (!stored || !last) continue
    const message = 'Interrupted: Authscope stopped before this sign-in ended.'
    const at = Math.min(now(), last.at + 1)
    const events = [
      ...stored.events,
      { type: 'ended', at, outcome: 'incomplete', message } as const,
    ]
    await store.save({ ...stored, run: runRow(runId, stored.run, events), events })
  }
}

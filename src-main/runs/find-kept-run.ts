import type { Attempt, OpenAnswer, TraceEvent } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { hasRun, readableRun } from '#main/trace-store/all-runs.ts'
import type { StoredRun, TraceStore } from '#main/trace-store/trace-store.ts'

/** Runs that may have begun in the same millisecond. */
const mostCandidates = 50

/**
 * The run of a store that holds all of a sign-in that was read from a file: the same file was imported
 * before, or it is an export of that run, which has its trace id.
 * @param sought with the id under which it would be kept
 */
export async function findKeptRun(
  store: Pick<TraceStore, 'open' | 'page'>,
  sought: StoredRun,
): Promise<string | undefined> {
  const { runId, startedAt } = sought.run
  if (await hasRun(store, runId)) return runId
  // A HAR has whole milliseconds.
  const from = Math.floor(startedAt)
  const rows = await store.page({
    filter: { kind: 'range', column: 'started_at', from, below: from + 1 },
    limit: mostCandidates,
  })
  for (const row of rows) {
    const kept = await readableRun(store, row.runId)
    if (kept && holds(kept, sought)) return row.runId
  }
  return undefined
}

/** Whether nothing is in the second run that the first one lacks. */
function holds(kept: StoredRun, sought: StoredRun): boolean {
  if (timeline(kept.events).traceId !== timeline(sought.events).traceId) return false
  if (sought.secrets.size > 0 && kept.secrets.size === 0) return false
  if (computedCount(sought.events) > computedCount(kept.events)) return false
  const exchanges = new Set(exchangesOf(kept.events))
  return exchangesOf(sought.events).every((exchange) => exchanges.has(exchange))
}

const computedCount = (events: readonly TraceEvent[]): number =>
  events.filter(({ type }) => type === 'computed').length

const exchangesOf = (events: readonly TraceEvent[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.type === 'attempted') return [exchangeOf(event.attempt)]
    return event.type === 'answered' ? [answerOf(event.answer)] : []
  })

/** What of an exchange is in every export; a time that was not captured is that of the file. */
function exchangeOf({ at, notCaptured, response }: Attempt): string {
  const timed = notCaptured?.some(({ part }) => part === 'start time') !== true
  return JSON.stringify([timed && Math.floor(at), response?.status, response?.requestId])
}

const answerOf = (answer: OpenAnswer): string =>
  JSON.stringify([
    answer.kind,
    'challenge' in answer && answer.challenge,
    'error' in answer && answer.error,
    'code' in answer && answer.code,
  ])

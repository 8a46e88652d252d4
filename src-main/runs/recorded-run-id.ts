import { createHash } from 'node:crypto'
import type { Attempt, TraceEvent } from '#engine/trace/event.ts'
import { markPattern } from '#engine/trace/mark-registry.ts'

/**
 * The id under which an imported sign-in is kept: reading a file again gives the same one, by which
 * the history knows that it has the run already. It depends on what was sent and received, not on a
 * profile or on other runs, and on no secret: marks are other ones whenever a file is read, and count
 * by their order. A redacted copy has another id than the original.
 * @param hasSecret whether the value behind a mark is known
 */
export function recordedRunId(
  events: readonly TraceEvent[],
  hasSecret: (mark: string) => boolean,
): string {
  const numbers = new Map<string, number>()
  const text = JSON.stringify(contentOf(events)).replace(markPattern, (mark) => {
    if (!hasSecret(mark)) return mark
    const number = numbers.get(mark) ?? numbers.size
    numbers.set(mark, number)
    return `‹${String(number)}›`
  })
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function contentOf(events: readonly TraceEvent[]): readonly unknown[] {
  const content = events.flatMap((event): unknown[] => {
    if (event.type === 'attempted') return [exchangeOf(event.attempt)]
    return event.type === 'answered' ? [event.answer] : []
  })
  // Only a file of our own has a run that ended before anything was sent, and with it its trace ID.
  return content.length > 0
    ? content
    : events.flatMap((event) => (event.type === 'started' ? [event.traceId] : []))
}

/** A time that was not captured is that of the file, which a copy does not have. */
const exchangeOf = ({
  at,
  failure,
  method,
  notCaptured,
  requestBody,
  requestHeaders,
  response,
  url,
}: Attempt) => [
  notCaptured?.some(({ part }) => part === 'start time') ? undefined : at,
  method,
  url,
  requestHeaders,
  requestBody,
  response && [response.status, response.headers, response.body],
  failure,
]

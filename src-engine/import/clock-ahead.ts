import type { Instant } from '../trace/event.ts'
import { headersByName } from './recorded-answer.ts'
import type { RecordedHeader } from './recorded-call.ts'

/**
 * Milliseconds that the server’s clock is ahead of the one that recorded a call, by the Date header
 * of the answer (±500 ms: it has whole seconds).
 */
export function clockAhead(
  headers: readonly RecordedHeader[],
  at: Instant | undefined,
  durationMs = 0,
): number | undefined {
  const date = Date.parse(headersByName(headers)['date'] ?? '')
  return at === undefined || Number.isNaN(date)
    ? undefined
    : Math.round(date + 500 - (at + durationMs / 2))
}

import type { TraceEvent } from '../../trace/event.ts'
import type { ExportFormat } from '../formats/export-format.ts'

/** What the formats have in common that write the calls of a trace as code. */
export const asCode = {
  alwaysRedacted: true,
  callsAs: 'calls as code, secrets as variables',
  covers: (events) => events.flatMap(requestIn),
} as const satisfies Partial<ExportFormat>

/** Of an attempt only what was sent: code gets answers of its own. */
function requestIn(event: TraceEvent): readonly TraceEvent[] {
  if (event.type === 'started') return [event]
  if (event.type !== 'attempted') return []
  const { response: _gotAnew, ...sent } = event.attempt
  return [{ ...event, attempt: sent }]
}

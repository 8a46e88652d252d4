import { errorMessages } from '../error-messages.ts'
import type { ExportFormat } from '../formats/export-format.ts'

/** What the formats have in common that write the calls of a trace as code. */
export const asCode = {
  alwaysRedacted: true,
  holds: ({ events }) => [
    {
      what: 'calls as code, secrets as variables',
      count: events.filter(({ type }) => type === 'attempted').length,
    },
    // In comments; of an answer it has nothing else.
    errorMessages(events),
  ],
} as const satisfies Partial<ExportFormat>

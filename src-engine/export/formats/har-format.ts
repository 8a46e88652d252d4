import { toHar } from '../har.ts'
import { harOfSeveral } from '../har-of-several.ts'
import type { ExportFormat } from './export-format.ts'

export const harFormat = {
  id: 'har',
  title: 'HAR 1.2',
  note: 'opens in browser developer tools',
  extension: 'har',
  option: { name: 'har', help: 'Write the trace as HAR 1.2, redacted.' },
  // What was typed or computed and never sent is not in a HAR.
  covers: (events) =>
    events.filter(({ type }) => ['attempted', 'triggered', 'answered'].includes(type)),
  write: toHar,
  several: harOfSeveral,
} as const satisfies ExportFormat

import { toTraceJson, traceJsonOfSeveral } from '../trace-json.ts'
import type { ExportFormat } from './export-format.ts'

export const jsonFormat = {
  id: 'json',
  title: 'Authscope JSON',
  note: 'the whole trace, with every computed value',
  extension: 'json',
  option: { name: 'trace', help: 'Write the trace as JSON, redacted.' },
  write: toTraceJson,
  several: traceJsonOfSeveral,
} as const satisfies ExportFormat

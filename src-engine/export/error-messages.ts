import type { TraceEvent } from '../trace/event.ts'
import type { ContentItem } from './content-item.ts'

/** The messages of refusals, as the contents of a file list them. */
export const errorMessages = (events: readonly TraceEvent[]): ContentItem => ({
  what: 'error messages, searched for personal values',
  count: events.filter((event) => event.type === 'answered' && event.answer.kind === 'refused')
    .length,
})

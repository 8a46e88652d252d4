import type { Attempt } from '#engine/trace/event.ts'
import type { TimelineStep } from '#engine/trace/timeline.ts'

interface StepCopy {
  readonly id: string
  readonly label: string
  readonly textOf: (attempt: Attempt) => string | undefined
}

/** What of a call can be copied, of its last attempt, with marks instead of secrets. */
const copies: readonly StepCopy[] = [
  { id: 'copy-request', label: 'Copy the request body', textOf: ({ requestBody }) => requestBody },
  {
    id: 'copy-response',
    label: 'Copy the response body',
    textOf: ({ response }) => response?.body,
  },
  {
    id: 'copy-request-id',
    label: 'Copy the request ID',
    textOf: ({ response }) => response?.requestId,
  },
]

/** The texts of a step that are there to be copied. */
export function stepCopies({ attempts }: Pick<TimelineStep, 'attempts'>): readonly (Pick<
  StepCopy,
  'id' | 'label'
> & {
  readonly text: string
})[] {
  const last = attempts.at(-1)
  if (!last) return []
  return copies.flatMap(({ id, label, textOf }) => {
    const text = textOf(last)
    return text ? [{ id, label, text }] : []
  })
}

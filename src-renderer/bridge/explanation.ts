import { explainFailure } from '#engine/catalogue/explain-failure.ts'
import { explainRefusal, type Explanation } from '#engine/catalogue/explain-refusal.ts'
import type { OpenAnswer } from '#engine/trace/event.ts'
import type { TimelineStep } from '#engine/trace/timeline.ts'

/** Why a step went wrong and what to do; nothing when it did not. */
export function explanationOf(step: TimelineStep, flow: string): Explanation | undefined {
  const { answer, challenge, operation } = step
  switch (answer?.kind) {
    case 'refused':
      return explainRefusal({
        operation: operation ?? 'InitiateAuth',
        challenge,
        flow,
        error: answer.error,
        message: answer.message,
      })
    case 'unreadable':
      return explainFailure({ code: answer.reason })
    case 'failed':
      return explainFailure({ code: answer.code })
    case 'challenged':
    case 'accepted':
    case 'tokens':
    case 'not captured':
    case undefined:
      return undefined
  }
}

/** The message of the service or the network that an explanation is about. */
export function messageOf(answer: OpenAnswer | undefined): string {
  switch (answer?.kind) {
    case 'refused':
      return answer.message
    case 'unreadable':
      return answer.detail
    case 'failed':
      return answer.message
    case 'challenged':
    case 'accepted':
    case 'tokens':
    case 'not captured':
    case undefined:
      return ''
  }
}

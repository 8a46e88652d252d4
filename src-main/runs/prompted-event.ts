import type { PendingChallenge } from '#engine/catalogue/pending-challenge.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { TraceWriter } from './trace-writer.ts'

type PromptedEvent = Extract<TraceEvent, { type: 'prompted' }>

/** A challenge that waits for a person. */
export interface Prompted extends Pick<PromptedEvent, 'again' | 'sessionAt' | 'step'> {
  readonly pending: PendingChallenge
  /** Why there is no automatic answer, where there could be one. */
  readonly notComputable: string | undefined
}

/** What the trace says of a challenge that waits for a person, secrets as marks. */
export function promptedEvent(
  trace: Pick<TraceWriter, 'parameters' | 'show'>,
  { again, notComputable, pending, sessionAt, step }: Prompted,
): Omit<PromptedEvent, 'at'> {
  const { availableChallenges: available, name, parameters, session, username } = pending
  return {
    type: 'prompted',
    step,
    challenge: name,
    username: trace.show(username),
    parameters: trace.parameters(parameters),
    ...(available.length > 0 && { available }),
    ...(session && { session: trace.show(session) }),
    sessionAt,
    ...(notComputable !== undefined && { notComputable }),
    again,
  }
}

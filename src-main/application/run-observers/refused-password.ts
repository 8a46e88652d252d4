import type { TraceEvent } from '#engine/trace/event.ts'

/** A call as the trace says it. */
export type Sent = Extract<TraceEvent, { type: 'sent' }>
type Answer = Extract<TraceEvent, { type: 'answered' }>['answer']

/**
 * Whether an answer says that the password is wrong, and not that the user is disabled or locked
 * out, that a code or device is refused, or that a fault was injected, which all have the same exception.
 */
export const refusesPassword = (sent: Sent | undefined, answer: Answer): boolean =>
  sent !== undefined &&
  sent.fault === undefined &&
  (sent.challenge === undefined || sent.challenge === 'PASSWORD_VERIFIER') &&
  answer.kind === 'refused' &&
  answer.error === 'NotAuthorizedException' &&
  /incorrect username or password/i.test(answer.message)

import type { RequestFault } from '../define-request-fault.ts'

/** The session of an earlier answer is sent instead of the newest. */
export const spentSession: RequestFault = {
  name: 'spent-session',
  title: 'A session that was used before',
  provokes: 'NotAuthorizedException: Invalid session for the user',
  make: (request, { spentSessions: [earlier] }) =>
    earlier && request.input['Session'] !== undefined
      ? { ...request, input: { ...request.input, Session: earlier } }
      : undefined,
}

import type { Mistake } from '../define-mistake.ts'

/** The session of an earlier answer goes out in place of the newest. */
export const spentSession: Mistake = {
  name: 'spent-session',
  title: 'A session that was used before',
  provokes: 'NotAuthorizedException: Invalid session for the user',
  make: (request, { spentSessions: [earlier] }) =>
    earlier && request.input['Session'] !== undefined
      ? { ...request, input: { ...request.input, Session: earlier } }
      : undefined,
}

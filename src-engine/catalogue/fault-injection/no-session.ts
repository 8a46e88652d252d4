import type { RequestFault } from '../define-request-fault.ts'

/** The answer is sent without the session of its challenge. */
export const noSession: RequestFault = {
  name: 'no-session',
  title: 'No session',
  provokes: 'InvalidParameterException: Missing required parameter Session',
  make: (request) => {
    const { Session: session, ...others } = request.input
    return session === undefined ? undefined : { ...request, input: others }
  },
}

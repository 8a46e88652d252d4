import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { invoke, subjectOf } from '../invocation/invoke.ts'
import { preAuthentication } from '../triggers/pre-authentication.ts'

/**
 * PreAuthentication, before any proof is looked at. For a name that nobody has it runs only where a
 * client may not learn that, and no other client comes here with one.
 */
export function beforeAuthentication(
  clientCall: ClientCall,
  typed: string,
  user: User | undefined,
): void {
  const subject = user ? subjectOf(user) : { userName: typed }
  invoke(clientCall, preAuthentication, 'PreAuthentication_Authentication', subject, {
    validationData: clientCall.validationData,
    userNotFound: user ? undefined : true,
  })
}

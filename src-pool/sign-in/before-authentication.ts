import type { User } from '../state/pool.ts'
import type { Place } from '../state/practice-state.ts'
import { invoke, subjectOf } from '../triggers/invoke.ts'
import { preAuthentication } from '../triggers/pre-authentication.ts'

/**
 * PreAuthentication, before any proof is looked at. For a name that nobody has it runs only where a
 * client may not learn that, and no other client comes here with one.
 */
export function beforeAuthentication(place: Place, typed: string, user: User | undefined): void {
  const subject = user ? subjectOf(user) : { userName: typed }
  invoke(place, preAuthentication, 'PreAuthentication_Authentication', subject, {
    validationData: place.validationData,
    userNotFound: user ? undefined : true,
  })
}

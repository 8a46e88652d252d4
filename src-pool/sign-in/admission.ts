import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { findUser } from '../state/find-user.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { lockOutOf } from '../state/secondary-pool.ts'
import { countFailure, forgetFailures, isLockedOut } from '../state/lock-out.ts'

/**
 * The user of a typed name, as far as the client may learn that there is none: a client that hides
 * it gets undefined and goes on as if there were one.
 * @throws Refusal UserNotFoundException when the client is told
 */
export function findVisibleUser({ pool, client }: ClientCall, typed: string): User | undefined {
  const user = findUser(pool, typed)
  if (!user && client.preventUserExistenceErrors === 'LEGACY') refuse(refusals.userUnknown)
  return user
}

/** Refuses a user who is locked out or disabled, whatever the password. */
export function assertMaySignIn({ state, pool }: ClientCall, user: User): void {
  if (isLockedOut(lockOutOf(pool, user), state.ports.now())) refuse(refusals.lockedOut)
  if (!user.enabled) refuse(refusals.userDisabled)
}

/** Counts the result of a password; a wrong one ends the call, as does a user without one. */
export function checkPassword({ state, pool }: ClientCall, user: User, isRight: boolean): void {
  // Whatever the password: measured of the real service (ministack#1758).
  if (user.status === 'UNCONFIRMED') refuse(refusals.userUnconfirmed)
  if (isRight && user.password !== '') {
    forgetFailures(lockOutOf(pool, user))
    return
  }
  countFailure(lockOutOf(pool, user), state.ports.now())
  refuse(refusals.wrongPassword)
}

const freeAttempts = 5
const maxLockMs = 15 * 60_000

/** A user's wrong passwords in a row. Times in milliseconds since 1970. */
export interface LockOut {
  failedSignIns: number
  lastFailureAt: number
  lockedUntil: number
}

/**
 * How long a user is locked out after so many failures in a row: 2^(n−5) seconds from the fifth on,
 * at most about a quarter of an hour. In milliseconds. Source: developer guide, "authentication".
 */
export const lockOutAfter = (failures: number): number =>
  failures < freeAttempts ? 0 : Math.min(2 ** (failures - freeAttempts) * 1000, maxLockMs)

/** When the lock of so many failures ends; 0 where they lock nothing, should the clock go back. */
export const lockedUntil = (failures: number, now: number): number =>
  failures < freeAttempts ? 0 : now + lockOutAfter(failures)

/** Whether sign-in is locked now. An attempt made meanwhile does not lengthen the lock. */
export const isLockedOut = ({ lockedUntil }: LockOut, now: number): boolean => now < lockedUntil

/** Counts a wrong password. A quarter of an hour without one resets the count. */
export function countFailure(user: LockOut, now: number): void {
  const quiet = now >= Math.max(user.lockedUntil, user.lastFailureAt) + maxLockMs
  user.failedSignIns = quiet ? 1 : user.failedSignIns + 1
  user.lastFailureAt = now
  user.lockedUntil = lockedUntil(user.failedSignIns, now)
}

/** A right password after the lock is over ends the count. */
export function forgetFailures(user: LockOut): void {
  user.failedSignIns = 0
  user.lockedUntil = 0
}

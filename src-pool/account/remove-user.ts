import type { Pool, User } from '../state/pool.ts'
import type { PracticeState } from '../state/practice-state.ts'

/** Takes a user out of a pool, and ends every sign-in of that user. */
export function removeUser(state: PracticeState, pool: Pool, user: User): void {
  state.grants.revokeAllOf(pool, user)
  pool.users = pool.users.filter((other) => other !== user)
}
